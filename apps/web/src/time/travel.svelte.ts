import { address } from '../address/address.svelte.js';
import { reads } from '../api/resource.svelte.js';
import { dayOf } from '../words/dates.js';
import type { Day } from './days.js';
import { moment } from './moment.svelte.js';

const STEP_MS = 80;
/** So long a step waits for the reads of the step before. */
const PATIENCE_MS = 1500;
/** Changes closer together than this are one journey: one step back in the browser undoes it. */
const JOURNEY_MS = 1000;

/**
 * Moves the page's *as of*. The control follows the hand at once; the address, and with it all that is read,
 * follows as fast as the tracker answers.
 */
class Travel {
  private ahead = $state<Day | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private asked = 0;
  private changed = -Infinity;
  today = $state(dayNow());

  /** Where the control stands. */
  readonly day = $derived(this.ahead ?? moment.asOfDay ?? this.today);
  readonly isNow = $derived(this.day >= this.today);

  constructor() {
    setInterval(() => (this.today = dayNow()), 60_000);
  }

  /** Goes to a day; today and after is now. */
  to(day: Day): void {
    this.glide(day);
    this.asked = Date.now();
    this.timer ??= setTimeout(() => this.arrive(), STEP_MS);
  }

  /** Moves the control alone: for days between which nothing changes. */
  glide(day: Day): void {
    this.ahead = day < this.today ? day : this.today;
  }

  toNow(): void {
    this.stop();
    address.set({ asOf: null });
  }

  /** Brings the page to where the control stands. */
  settle(): void {
    if (this.ahead !== null) this.to(this.ahead);
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.ahead = null;
  }

  private arrive(): void {
    const now = Date.now();
    if (reads.pending > 0 && now - this.asked < PATIENCE_MS) {
      this.timer = setTimeout(() => this.arrive(), STEP_MS);
      return;
    }
    const asOf = this.isNow ? null : this.day;
    this.stop();
    address.set({ asOf }, { replace: now - this.changed < JOURNEY_MS });
    this.changed = now;
  }
}

const dayNow = (): Day => dayOf(new Date().toISOString());

export const travel = new Travel();
