import type { Recorded, SourceEvent } from '#domain';
import { ownerOf } from '#domain';
import { applySourceEvent, type Poller } from '#ingest';
import type { Archive, IdempotencyStore, Leases, Logger, WakeUps } from '#platform';
import { PollLoop } from './poll-loop.js';
import type { PollRunner } from './poll-runner.js';
import { Reaction, type ReactionOptions } from './reaction.js';

const QUEUE = 'poll';
const DUE_EVERY_MS = 5000;
const PURGE_EVERY_MS = 3_600_000;
const UNREFERENCED_MS = 90 * 86_400_000;

export interface PollerRoleParts extends Pick<ReactionOptions, 'store' | 'database'> {
  leases: Leases;
  logger: Logger;
  wakeUps: WakeUps;
  archive: Archive;
  idempotency: IdempotencyStore;
  poller: Poller;
  runner: PollRunner;
}

/** Polls what is due, woken every few seconds by a job; keeps the schedule in step with the sources of the log. */
export class PollerRole {
  private readonly scheduling: Reaction;
  private readonly polling: PollLoop;
  private stopWorking: (() => Promise<void>)[] = [];

  constructor(private readonly parts: PollerRoleParts) {
    this.polling = new PollLoop(parts);
    this.scheduling = new Reaction({
      ...parts,
      name: 'schedule',
      types: [
        'SourceFollowed',
        'SourceChanged',
        'SourceMoved',
        'SourcePaused',
        'SourceResumed',
        'SourceUnfollowed',
      ],
      react: async (event) => async (tx) =>
        applySourceEvent(parts.poller.schedule, ownerOf(event.stream).id, event as Recorded<SourceEvent>, tx),
    });
  }

  async start(): Promise<void> {
    const { wakeUps, poller } = this.parts;
    await poller.schedule.spreadOverdue(new Date().toISOString());
    this.scheduling.start();
    this.stopWorking = [
      await wakeUps.work(QUEUE, () => this.polling.wake()),
      await wakeUps.work('purge', () => this.purge()),
    ];
    await wakeUps.every(QUEUE, 'due', DUE_EVERY_MS);
    await wakeUps.every('purge', 'polls', PURGE_EVERY_MS);
  }

  async stop(): Promise<void> {
    await Promise.all([
      ...this.stopWorking.map((stop) => stop()),
      this.polling.stop(),
      this.scheduling.stop(),
    ]);
    await this.parts.poller.parsers.close();
  }

  /** Drops what is only kept for a while: old attempts, texts that no event refers to, answers to repeats. */
  private async purge(): Promise<void> {
    const { poller, archive, idempotency } = this.parts;
    const now = new Date();
    await poller.log.purge(now.toISOString());
    await archive.forgetUnreferenced(new Date(now.getTime() - UNREFERENCED_MS));
    await idempotency.prune();
  }
}
