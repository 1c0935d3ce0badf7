/** So long a page may be out of sight before it counts as unseen. */
const UNSEEN_MS = 20_000;

/** Resolves once the page is in sight, or the signal aborts. */
export function untilSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!document.hidden) return resolve();
    const done = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** Aborts with the signal, or when the page has been out of sight for a while. */
export function whileSeen(signal: AbortSignal): AbortSignal {
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => ended.abort(), UNSEEN_MS);
  };
  document.addEventListener('visibilitychange', look, { signal: ended.signal });
  signal.addEventListener('abort', () => ended.abort(), { once: true, signal: ended.signal });
  look();
  return ended.signal;
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
