import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Act } from '#commands';
import { comparePositions, DomainError, ownerOf, type Instant } from '#domain';
import { EventStore, upcast } from '#event-store';
import { read, type ItemEventToRead, type ReaderOrder, type ReaderParts } from '#ingest';
import { Leases } from '#platform';
import { CHRONICLE_SOURCE } from '../chronicle/chronicle.loader.js';

export interface RereadingOptions {
  /** Only items recorded since; null: all. */
  since: Instant | null;
  /** Count what would change, record nothing. */
  dryRun: boolean;
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** What reading takes; a token for DI. */
export class ReaderPartsRef {
  constructor(readonly value: ReaderParts) {}
}

/** Reads the archive again with the present extractor: differences become revisions, flagged as backfill. */
@Injectable()
export class Rereading {
  constructor(
    private readonly store: EventStore,
    private readonly commands: CommandBus,
    private readonly leases: Leases,
    private readonly parts: ReaderPartsRef,
  ) {}

  /** Counts by command. The reader waits meanwhile, so that both never decide at once. */
  async run({ since, dryRun, progress, signal }: RereadingOptions): Promise<Record<string, unknown>> {
    const items = await this.latestOf(since);
    const counts: Record<string, number> = {};
    const lease = dryRun ? null : await this.leases.hold('reaction/reader', signal);
    try {
      for (const [index, event] of items.entries()) {
        signal.throwIfAborted();
        for await (const order of read(event, this.parts.value, { rereading: true })) {
          const done = dryRun ? order.command.type : await this.carryOut(order, event);
          if (done) counts[done] = (counts[done] ?? 0) + 1;
        }
        progress(index + 1, items.length);
      }
    } finally {
      await lease?.release();
    }
    return { items: items.length, dryRun, changes: counts };
  }

  /** The latest text of every item but the chronicle's, in log order. */
  private async latestOf(since: Instant | null): Promise<ItemEventToRead[]> {
    const latest = new Map<string, ItemEventToRead>();
    for await (const stored of this.store.readAll({ types: ['ItemReceived', 'ItemChanged'] })) {
      const event = upcast(stored) as ItemEventToRead;
      if (event.data.sourceId !== CHRONICLE_SOURCE && (since === null || event.recordedAt >= since))
        latest.set(event.stream, event);
    }
    return [...latest.values()].sort((a, b) => comparePositions(a.position, b.position));
  }

  private async carryOut(order: ReaderOrder, event: ItemEventToRead): Promise<string | null> {
    const meta = {
      actor: 'reextraction',
      backfill: true,
      commandId: order.commandId,
      causationId: event.id,
      correlationId: ownerOf(event.stream).id,
    };
    try {
      const { events } = await this.commands.execute(
        new Act('announcement', order.announcementId, order.command, meta),
      );
      return events.at(-1) ?? null;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
