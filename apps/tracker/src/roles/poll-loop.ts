import type { Poller, ScheduledSource } from '#ingest';
import type { Logger } from '#platform';
import type { PollRunner } from './poll-runner.js';

/** Hosts polled at a time. */
const LANES = 40;
/** The share of the lanes that is worth a claim once it is free. */
const WORTH_A_CLAIM = 0.2;

export interface PollLoopParts {
  poller: Pick<Poller, 'due' | 'stop' | 'claims'>;
  runner: Pick<PollRunner, 'run'>;
  logger: Pick<Logger, 'warn'>;
  lanes?: number;
}

/**
 * Polls what is due, a lane for each host: one that is slow holds up nothing but its own sources. Claims more
 * whenever lanes are free, until nothing is due.
 */
export class PollLoop {
  private readonly lanes = new Set<Promise<void>>();
  private claiming: Promise<void> | null = null;
  private stopped = false;
  private readonly most: number;

  constructor(private readonly parts: PollLoopParts) {
    this.most = parts.lanes ?? LANES;
  }

  /** Begins with what is due now, and goes on by itself until nothing is. Resolves when it is begun. */
  wake(): Promise<void> {
    this.claiming ??= this.fill().finally(() => (this.claiming = null));
    return this.claiming;
  }

  /** Resolves once nothing is being polled. */
  async idle(): Promise<void> {
    while (this.claiming !== null || this.lanes.size > 0)
      await Promise.allSettled([this.claiming, ...this.lanes]);
  }

  /** Breaks off what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.parts.poller.stop();
    await this.idle();
  }

  private async fill(): Promise<void> {
    if (this.stopped || this.free() === 0) return;
    const due = await this.parts.poller.due(this.free());
    for (const sources of byHost(due)) this.begin(sources);
  }

  private free(): number {
    return this.most - this.lanes.size;
  }

  private begin(sources: ScheduledSource[]): void {
    const lane = this.poll(sources).finally(() => {
      this.lanes.delete(lane);
      if (this.free() >= this.most * WORTH_A_CLAIM) void this.wake().catch(this.warn);
    });
    this.lanes.add(lane);
  }

  private async poll(sources: ScheduledSource[]): Promise<void> {
    const { poller, runner } = this.parts;
    for (const source of sources) {
      if (this.stopped) await poller.claims.release(source).catch(this.warn);
      else await runner.run(source).catch((error: unknown) => this.warn(error, source));
    }
  }

  private readonly warn = (error: unknown, source?: ScheduledSource): void => {
    if (!this.stopped) this.parts.logger.warn({ err: error, source: source?.sourceId }, 'A poll failed here');
  };
}

function byHost(sources: readonly ScheduledSource[]): ScheduledSource[][] {
  const lanes = new Map<string, ScheduledSource[]>();
  for (const source of sources) lanes.set(source.host, [...(lanes.get(source.host) ?? []), source]);
  return [...lanes.values()];
}
