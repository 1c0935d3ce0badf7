import type { Instant } from '#domain';

const DAY_MS = 86_400_000;

/** When a Retry-After header (seconds or an HTTP date, RFC 9110) allows the next request; null when unusable. */
export function retryAfter(header: string | undefined, now: Instant): Instant | null {
  if (header === undefined) return null;
  const start = Date.parse(now);
  const value = header.trim();
  const at = /^\d+$/.test(value) ? start + Number(value) * 1000 : Date.parse(value);
  if (Number.isNaN(at) || at <= start) return null;
  return new Date(Math.min(at, start + 7 * DAY_MS)).toISOString();
}

/** Seconds an answer says it stays fresh (Cache-Control max-age without no-cache/no-store), else null. */
export function maxAge(cacheControl: string | undefined): number | null {
  if (cacheControl === undefined || /no-(cache|store)/i.test(cacheControl)) return null;
  const seconds = Number(/max-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1] ?? 0);
  return seconds > 0 ? seconds : null;
}
