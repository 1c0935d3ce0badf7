import { setTimeout as delay } from 'node:timers/promises';

/** The time, and waiting for it to pass. Injected, so that days of retries can be tested in milliseconds. */
export abstract class Clock {
  abstract now(): Date;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  abstract sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await delay(Math.min(ms, MAX_TIMER_MS), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Node fires longer timers at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
