/** Wakes those who wait for news. Whoever remembers the count it last saw misses no ring. */
export class Bell {
  private rings = 0;
  private readonly waiting = new Set<() => void>();

  get count(): number {
    return this.rings;
  }

  ring(): void {
    this.rings += 1;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at a ring after `seen`, at the end of `timeoutMs`, or when `signal` aborts. */
  async next(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (this.rings !== seen || signal.aborted) return;
    let wake: () => void = () => undefined;
    const rung = new Promise<void>((resolve) => (wake = resolve));
    const timer = setTimeout(wake, timeoutMs);
    this.waiting.add(wake);
    signal.addEventListener('abort', wake);
    await rung;
    clearTimeout(timer);
    this.waiting.delete(wake);
    signal.removeEventListener('abort', wake);
  }
}

/** Waits; a signal that aborts ends it early. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await new Bell().next(0, milliseconds, signal ?? new AbortController().signal);
}

/** The promise's value, or `undefined` as soon as the signal aborts; what comes after that is dropped. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) {
    work.catch(() => undefined);
    return undefined;
  }
  let stop: () => void = () => undefined;
  const aborted = new Promise<undefined>((resolve) => (stop = () => resolve(undefined)));
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
