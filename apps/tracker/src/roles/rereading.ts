import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Act } from '#commands';
import { comparePositions, DomainError, streamOf, type Instant } from '#domain';
import { EventStore, upcast } from '#event-store';
import {
  asReceived,
  read,
  relevantNow,
  SetAside,
  type ItemEventToRead,
  type ReaderOrder,
  type SetAsideItem,
} from '#ingest';
import { Archive, Database, Leases } from '#platform';
import { CHRONICLE_SOURCE } from '../chronicle/chronicle-loader.js';
import { ReaderPartsRef } from '../refs.js';
import { ImaginedAnnouncements } from './imagined-announcements.js';
import { inTurn } from './reading-turn.js';
import { RereadingResult } from './rereading-result.js';

export interface RereadingOptions {
  /** Only items recorded, or set aside, since; null: all. */
  since: Instant | null;
  /** Show what would change, record nothing. */
  dryRun: boolean;
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

const ORIGIN = { actor: 'reextraction', backfill: true };

/** Reads the archive again with the present extractor: differences become revisions, flagged as backfill. */
@Injectable()
export class Rereading {
  private readonly setAside: SetAside;

  constructor(
    private readonly store: EventStore,
    private readonly commands: CommandBus,
    private readonly leases: Leases,
    private readonly parts: ReaderPartsRef,
    private readonly archive: Archive,
    database: Database,
  ) {
    this.setAside = new SetAside(database);
  }

  /**
   * What changed, counted by event; a dry run tells it field by field. What was once set aside as irrelevant comes
   * first. Takes turns with the reader item by item, so that both never decide at once.
   */
  async run({ since, dryRun, progress, signal }: RereadingOptions): Promise<Record<string, unknown>> {
    const { known, extractor } = this.parts.value;
    const result = new RereadingResult(extractor.version, dryRun);
    const imagined = dryRun ? new ImaginedAnnouncements(known, this.store) : null;
    const items = await this.latestOf(since);
    const total = items.length + (await this.setAside.count(extractor.version, since));
    let done = 0;
    const inTurnOf = async (work: () => Promise<void>) => {
      signal.throwIfAborted();
      await inTurn(this.leases, signal, work);
      progress((done += 1), total);
    };
    for await (const item of this.setAside.of(extractor.version, since))
      await inTurnOf(() => this.takeUp(item, imagined, result));
    for (const event of items) await inTurnOf(() => this.readAgain(event, imagined, result));
    return result.told(done);
  }

  /** An item that is relevant now is received and read at once; on a dry run as if it had been. */
  private async takeUp(
    item: SetAsideItem,
    imagined: ImaginedAnnouncements | null,
    result: RereadingResult,
  ): Promise<void> {
    const { extractor } = this.parts.value;
    const text = await relevantNow(item, this.archive, extractor);
    if (text !== null) {
      result.count('ItemReceived');
      const event = imagined === null ? await this.receive(item, text) : asReceived(item);
      await this.readAgain(event, imagined, result);
    }
    if (imagined === null) await this.setAside.judged(item, extractor.version, text !== null);
  }

  private async receive({ itemId, content }: SetAsideItem, text: string): Promise<ItemEventToRead> {
    await this.archive.put(text);
    const data = { ...content, updatedAt: null };
    await this.commands.execute(new Act('item', itemId, { type: 'ReceiveItem', data }, ORIGIN));
    let last: ItemEventToRead | null = null;
    for await (const stored of this.store.readStream(streamOf('item', itemId)))
      if (stored.type !== 'ItemVanished') last = upcast(stored) as ItemEventToRead;
    if (last === null) throw new Error(`Item ${itemId} was received but is not in the log.`);
    return last;
  }

  private async readAgain(
    event: ItemEventToRead,
    imagined: ImaginedAnnouncements | null,
    result: RereadingResult,
  ): Promise<void> {
    const parts = imagined === null ? this.parts.value : { ...this.parts.value, known: imagined };
    for await (const order of read(event, parts, { rereading: true })) {
      if (imagined === null) result.count(...(await this.carryOut(order, event)));
      else result.imagine(event, order, await imagined.imagine(order.announcementId, order.command));
    }
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

  private async carryOut(order: ReaderOrder, event: ItemEventToRead): Promise<string[]> {
    const { commandId, announcementId, command } = order;
    const cause = { causationId: event.id, correlationId: event.correlationId ?? event.id };
    try {
      const act = new Act('announcement', announcementId, command, { ...ORIGIN, commandId, ...cause });
      return (await this.commands.execute(act)).events;
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }
}
