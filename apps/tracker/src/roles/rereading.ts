import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Act } from '#commands';
import {
  announcementDecider,
  comparePositions,
  DomainError,
  streamOf,
  type AnnouncementEvent,
  type Instant,
} from '#domain';
import { EventStore, upcast } from '#event-store';
import { read, type ItemEventToRead, type ReaderOrder } from '#ingest';
import { Leases } from '#platform';
import { CHRONICLE_SOURCE } from '../chronicle/chronicle-loader.js';
import { inTurn } from './reading-turn.js';
import { ReaderPartsRef } from '../refs.js';

export interface RereadingOptions {
  /** Only items recorded since; null: all. */
  since: Instant | null;
  /** Count what would change, record nothing. */
  dryRun: boolean;
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
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

  /** Counts by event. Takes turns with the reader item by item, so that both never decide at once. */
  async run({ since, dryRun, progress, signal }: RereadingOptions): Promise<Record<string, unknown>> {
    const items = await this.latestOf(since);
    const counts: Record<string, number> = {};
    for (const [index, event] of items.entries()) {
      signal.throwIfAborted();
      const changes = await inTurn(this.leases, signal, () => this.readAgain(event, dryRun));
      for (const change of changes) counts[change] = (counts[change] ?? 0) + 1;
      progress(index + 1, items.length);
    }
    return { items: items.length, dryRun, changes: counts };
  }

  /** The types of the events it led to or would lead to. */
  private async readAgain(event: ItemEventToRead, dryRun: boolean): Promise<string[]> {
    const changes: string[] = [];
    for await (const order of read(event, this.parts.value, { rereading: true })) {
      changes.push(...(await (dryRun ? this.leadingTo(order) : this.carryOut(order, event))));
    }
    return changes;
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

  private async leadingTo({ announcementId, command }: ReaderOrder): Promise<string[]> {
    let record = announcementDecider.initial;
    for await (const stored of this.store.readStream(streamOf('announcement', announcementId)))
      record = announcementDecider.evolve(record, upcast(stored) as unknown as AnnouncementEvent, stored.id);
    try {
      return announcementDecider.decide(command, record).map(({ type }) => type);
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }

  private async carryOut(order: ReaderOrder, event: ItemEventToRead): Promise<string[]> {
    const meta = {
      actor: 'reextraction',
      backfill: true,
      commandId: order.commandId,
      causationId: event.id,
      correlationId: event.correlationId ?? event.id,
    };
    try {
      const { events } = await this.commands.execute(
        new Act('announcement', order.announcementId, order.command, meta),
      );
      return events;
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }
}
