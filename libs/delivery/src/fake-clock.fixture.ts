import { Clock } from './clock.js';

/** A clock that stands still until something sleeps or it is moved on. */
export class FakeClock extends Clock {
  private time: number;

  constructor(start = '2026-01-01T00:00:00.000Z') {
    super();
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (!signal?.aborted) this.time += ms;
    await new Promise((resolve) => setImmediate(resolve));
  }

  advance(ms: number): void {
    this.time += ms;
  }
}
