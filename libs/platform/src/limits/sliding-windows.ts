import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;

interface Counts {
  /** Start of the current minute (ms). */
  start: number;
  current: number;
  previous: number;
}

/**
 * Counts per key over the last minute, as the current minute plus the still covered share of the one before:
 * two numbers a key, no burst of twice the limit at a minute's edge. At most `max` keys are remembered; beyond
 * that the longest unused are forgotten.
 */
export class SlidingWindows {
  private readonly counts: LRUCache<string, Counts>;

  constructor(
    max: number,
    private readonly now: () => number,
  ) {
    this.counts = new LRUCache({ max });
  }

  add(key: string): void {
    const counts = this.read(key);
    counts.current++;
    this.counts.set(key, counts);
  }

  /** How many count now (a fraction while the previous minute fades). */
  used(key: string): number {
    const { start, current, previous } = this.read(key);
    return current + previous * (1 - (this.now() - start) / WINDOW_MS);
  }

  /** Milliseconds until fewer than `limit` count, if none is added: 0 when that is so now. */
  waitMs(key: string, limit: number): number {
    const { start, current, previous } = this.read(key);
    const elapsed = this.now() - start;
    if (current + 1 <= limit) return Math.max(0, fadedAfter(previous, limit - 1 - current) - elapsed);
    return WINDOW_MS - elapsed + fadedAfter(current, limit - 1);
  }

  private read(key: string): Counts {
    const now = this.now();
    const known = this.counts.get(key);
    if (known === undefined || now - known.start >= 2 * WINDOW_MS)
      return { start: now, current: 0, previous: 0 };
    if (now - known.start < WINDOW_MS) return known;
    return { start: known.start + WINDOW_MS, current: 0, previous: known.current };
  }
}

/** How far into a minute (whole ms) a count of the minute before has faded to `left`. */
function fadedAfter(count: number, left: number): number {
  return count <= left ? 0 : Math.ceil((WINDOW_MS * (count - Math.max(0, left))) / count);
}
