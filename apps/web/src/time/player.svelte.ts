import { addDays, type Day } from './days.js';
import { travel } from './travel.svelte.js';
import { reads } from '../api/resource.svelte.js';

/** Days of history a second. */
export const SPEEDS = { month: 30, season: 91, year: 365 } as const;
export type Speed = keyof typeof SPEEDS;

const TICK_MS = 400;

interface Course {
  first: () => Day;
  /** Whether anything was announced between two days: the page is read anew only then. */
  hasNews: (from: Day, to: Day) => boolean;
}

/** Lets history unfold: moves *as of* on by itself until now, no faster than the tracker answers. */
export class Player {
  isPlaying = $state(false);
  speed = $state<Speed>('season');
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly course: Course) {}

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  pause(): void {
    if (!this.isPlaying) return;
    this.isPlaying = false;
    clearInterval(this.timer);
    travel.settle();
  }

  private play(): void {
    this.isPlaying = true;
    if (travel.isNow) travel.to(this.course.first());
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  private tick(): void {
    if (reads.pending > 0) return;
    const from = travel.day;
    const to = addDays(from, (SPEEDS[this.speed] * TICK_MS) / 1000);
    if (this.course.hasNews(from, to)) travel.to(to);
    else travel.glide(to);
    if (travel.isNow) this.pause();
  }
}
