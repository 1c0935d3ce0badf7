import { dayOf, type Day, type Instant } from '#domain';
import type { Clock } from '../clock.js';

const DAY_MS = 86_400_000;

/** The time a replay has reached: begins when it is told to, and runs `speed` days a second from there. */
export class ReplayClock {
  private begun: { wall: number; announced: number } | null = null;
  private told: Day | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly speed: number,
    private readonly tz: string,
  ) {}

  /** Begins at a moment of history, unless it runs already. */
  begin(at: Instant): void {
    this.begun ??= { wall: this.clock.now().getTime(), announced: Date.parse(at) };
  }

  /** Milliseconds until a moment of history is reached; 0 where it was. */
  until(at: Instant): number {
    if (this.speed <= 0 || this.begun === null) return 0;
    const due = this.begun.wall + ((Date.parse(at) - this.begun.announced) / DAY_MS / this.speed) * 1000;
    return Math.max(0, due - this.clock.now().getTime());
  }

  /** The day it has reached, where it was not told yet; null at speed 0, where days mean nothing. */
  newDay(): Day | null {
    if (this.speed <= 0 || this.begun === null) return null;
    const passed = ((this.clock.now().getTime() - this.begun.wall) / 1000) * this.speed * DAY_MS;
    return this.reached(new Date(this.begun.announced + passed).toISOString());
  }

  /** The same at the moment of an event, which a timer may miss by a little. */
  dayOf(at: Instant): Day | null {
    return this.speed <= 0 ? null : this.reached(at);
  }

  private reached(at: Instant): Day | null {
    const day = dayOf(at, this.tz);
    if (this.told !== null && day <= this.told) return null;
    return (this.told = day);
  }
}
