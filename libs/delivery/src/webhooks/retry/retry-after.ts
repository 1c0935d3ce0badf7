/** A receiver that asks for longer is asked again after a day. */
const MAX_MS = 86_400_000;

/** Milliseconds a Retry-After header asks for (seconds or an HTTP date); 0 where it says nothing readable. */
export function retryAfterMs(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  const text = header.trim();
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), MAX_MS);
}
