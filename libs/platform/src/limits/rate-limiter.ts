import { SlidingWindows } from './sliding-windows.js';

/** Whether a request may pass, and what its answer should tell the client. */
export interface Taken {
  allowed: boolean;
  /** Requests left in the last minute's window. */
  remaining: number;
  /** 0 when allowed; else whole seconds, at least 1. */
  retryAfterSeconds: number;
}

/** Requests per minute, bucket and client, in this process's memory. Refused requests do not count. */
export class RateLimiter {
  private readonly windows: SlidingWindows;

  constructor(options: { maxClients?: number; now?: () => number } = {}) {
    this.windows = new SlidingWindows(options.maxClients ?? 50_000, options.now ?? Date.now);
  }

  /** Takes one request of `client` from `bucket`, which allows `limitPerMinute`. */
  take(bucket: string, client: string, limitPerMinute: number): Taken {
    const key = `${bucket} ${client}`;
    const waitMs = this.windows.waitMs(key, limitPerMinute);
    if (waitMs > 0)
      return { allowed: false, remaining: 0, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
    this.windows.add(key);
    const remaining = Math.max(0, Math.floor(limitPerMinute - this.windows.used(key)));
    return { allowed: true, remaining, retryAfterSeconds: 0 };
  }
}
