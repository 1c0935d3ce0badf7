import type { LogEvent, ReplayOptions, WicClient } from '#client';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { eventLine } from '../output/event.format.js';
import { StatusLine } from '../output/status-line.js';
import { number } from './arguments.js';
import { Keyboard } from '../output/keyboard.js';
import { run } from './run.js';

type Wanted = Pick<ReplayOptions, 'from' | 'to'> & { speed: number };

/** `wic replay`. */
export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('history as it unfolded, in announced order; space pauses and goes on, q quits')
    .option('--from <date>', 'announced on or after that day')
    .option('--to <date>', 'announced on or before that day')
    .option('--speed <days>', 'days a second; 0: as fast as it goes', number, 30)
    .action(run(replayLog));
}

async function replayLog({ client, output, signal }: Context, wanted: Wanted): Promise<void> {
  const status = new StatusLine(output);
  const player = new ReplayPlayer(client, wanted, {
    event: (event) => status.above(output.json ? JSON.stringify(event) : eventLine(event)),
    day: (day, isPaused) =>
      status.show(`${day}  ${isPaused ? 'paused: space goes on' : 'space pauses'}, q quits`),
  });
  const keys = Keyboard.of(process.stdin, output);
  keys.on(' ', () => player.toggle());
  for (const key of ['q', '\u0003']) keys.on(key, () => player.quit());
  signal.addEventListener('abort', () => player.quit());
  try {
    await player.run();
  } finally {
    keys.close();
    status.clear();
  }
}

/** What a replay has to tell. */
export interface ReplayShow {
  event(event: LogEvent): void;
  day(day: string, isPaused: boolean): void;
}

/** A replay that can be paused: its connection is given up, and taken up again where it stood. */
export class ReplayPlayer {
  private playing: AbortController | null = null;
  private resume: (() => void) | null = null;
  private isOver = false;
  private last: string | undefined;
  private day: string | undefined;

  constructor(
    private readonly client: WicClient,
    private readonly wanted: Wanted,
    private readonly show: ReplayShow,
  ) {}

  /** Plays until the end, or until someone quits. */
  async run(): Promise<void> {
    while (!this.isOver) {
      this.playing = new AbortController();
      if (await this.play(this.playing.signal)) return;
      if (!this.isOver) await new Promise<void>((resolve) => (this.resume = resolve));
    }
  }

  /** Pauses, or goes on. */
  toggle(): void {
    if (this.resume !== null) {
      this.resume();
      this.resume = null;
      return;
    }
    this.playing?.abort();
    if (this.day !== undefined) this.show.day(this.day, true);
  }

  quit(): void {
    this.isOver = true;
    this.playing?.abort();
    this.resume?.();
  }

  /** Whether it came to its end. */
  private async play(signal: AbortSignal): Promise<boolean> {
    const { last, day, wanted } = this;
    const from = last === undefined ? wanted.from : day;
    const onDay = (reached: string) => this.show.day((this.day = reached), false);
    try {
      for await (const event of this.client.replay({ ...wanted, from, after: last, signal, onDay })) {
        this.last = event.position;
        this.show.event(event);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return !signal.aborted;
  }
}
