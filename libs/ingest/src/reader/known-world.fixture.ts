import {
  announcementDecider,
  foldAnnouncement,
  resolveMerges,
  streamOf,
  type AnnouncementEvent,
  type AnnouncementRecord,
  type ItemChanged,
  type ItemReceived,
  type Recorded,
} from '#domain';
import { defaultKnowledge } from '#extraction';
import { extractorOf, type Extractor } from '../poll/extractor.js';
import { sha256 } from '../identity/name-based-id.js';
import {
  KnownAnnouncements,
  type KnownAnnouncement,
  type KnownProposal,
} from './known-announcements.port.js';
import { read, type ReaderParts } from './read.js';
import type { ReaderOrder } from './statement-reader.js';

/** An item as a spec gives it. */
export interface GivenItem {
  id: string;
  text: string;
  title?: string | null;
  publishedAt?: string | null;
  publishedAtPrecision?: 'instant' | 'day';
  revision?: number;
  sourceId?: string;
  url?: string | null;
}

/**
 * A log, an archive and an index in memory: commands are decided by the real deciders, states folded by the real
 * fold. What is recorded shows only after `catchUp`, as with a real index.
 */
export class KnownWorld extends KnownAnnouncements {
  readonly log: Recorded<AnnouncementEvent>[] = [];
  extractor: Extractor = extractorOf(defaultKnowledge);
  private visible = 0;
  private readonly texts = new Map<string, string>();

  async catchUp(): Promise<void> {
    this.visible = this.log.length;
  }

  async byCoverage(itemId: string): Promise<KnownAnnouncement[]> {
    return this.all().filter(({ state }) => state.coverage.some((one) => one.itemId === itemId));
  }

  async byActivity(activityId: string): Promise<KnownAnnouncement[]> {
    return this.all().filter(({ state }) => state.activity?.id === activityId);
  }

  async similar(): Promise<KnownAnnouncement[]> {
    return this.all();
  }

  async forbidden(itemId: string): Promise<string[]> {
    const told = this.seen().filter((event) => event.type === 'MatchForbidden' && event.data.item === itemId);
    return told.map((event) => (event.type === 'MatchForbidden' ? event.data.announcement : ''));
  }

  async proposals(itemId: string): Promise<KnownProposal[]> {
    return this.ids().flatMap((id) => {
      const { proposals } = this.recordOf(id, this.seen());
      return Object.entries(proposals)
        .filter(([, { data }]) => data.coverage.itemId === itemId)
        .map(([proposalId, { state }]) => ({ proposalId, announcementId: id, state }));
    });
  }

  /** Everything known, as the index would answer it. */
  all(): KnownAnnouncement[] {
    return this.ids().flatMap((id) => {
      const streams = new Set(this.leadingTo(id).map((each) => streamOf('announcement', each)));
      const events = this.seen().filter(({ stream }) => streams.has(stream));
      const state = foldAnnouncement(id, events, null);
      if (state === null || state.status === 'merged') return [];
      const said = this.leadingTo(id)
        .toReversed()
        .map((each) => this.recordOf(each, this.seen()).reports);
      const reports = Object.entries(Object.assign({}, ...said) as AnnouncementRecord['reports']);
      const readings = Object.fromEntries(reports.map(([item, { reading }]) => [item, reading]));
      return [{ id, revision: events.length - 1, state, reports: readings }];
    });
  }

  /** The announcement and those merged into it. */
  private leadingTo(id: string): string[] {
    const merges = [...resolveMerges(this.seen())].filter(([, into]) => into === id);
    return [id, ...merges.flatMap(([absorbed]) => this.leadingTo(absorbed))];
  }

  /** The event that brings an item, its text archived. */
  event(item: GivenItem): Recorded<ItemReceived | ItemChanged> {
    const hash = sha256(item.text);
    this.texts.set(hash, item.text);
    const at = item.publishedAt ?? null;
    const data = {
      ...{
        sourceId: item.sourceId ?? 's1',
        identity: item.id,
        url: item.url ?? null,
        title: item.title ?? null,
        lang: null,
        tz: 'Asia/Shanghai',
      },
      ...{
        publishedAt: at,
        publishedAtPrecision: at === null ? null : (item.publishedAtPrecision ?? ('instant' as const)),
        publishedAtRaw: at,
      },
      ...{ contentHash: hash, length: item.text.length, trusted: false },
    };
    const envelope = { ...this.envelope(streamOf('item', item.id)), announcedAt: at };
    const revision = item.revision ?? 0;
    if (revision === 0) return { ...envelope, type: 'ItemReceived', data };
    return { ...envelope, type: 'ItemChanged', data: { ...data, revision, updatedAt: null } };
  }

  parts(): ReaderParts {
    return {
      known: this,
      archive: { get: async (hash) => this.texts.get(hash) ?? null },
      extractor: this.extractor,
      knowledge: defaultKnowledge,
    };
  }

  /** Reads an item, carrying out each command before the next; stops after `limit` as a killed reader would. */
  async read(item: GivenItem, options: { rereading?: boolean; limit?: number } = {}): Promise<ReaderOrder[]> {
    const orders: ReaderOrder[] = [];
    for await (const order of read(this.event(item), this.parts(), options)) {
      orders.push(order);
      this.carryOut(order);
      if (orders.length === options.limit) break;
    }
    this.visible = this.log.length;
    return orders;
  }

  carryOut({ announcementId, command }: Pick<ReaderOrder, 'announcementId' | 'command'>): void {
    const stream = streamOf('announcement', announcementId);
    for (const fact of announcementDecider.decide(command, this.recordOf(announcementId, this.log)))
      this.log.push({ ...this.envelope(stream), ...fact } as Recorded<AnnouncementEvent>);
  }

  private recordOf(id: string, events: readonly Recorded<AnnouncementEvent>[]) {
    return events
      .filter((event) => event.stream === streamOf('announcement', id))
      .reduce(
        (record, event) => announcementDecider.evolve(record, event, event.id),
        announcementDecider.initial,
      );
  }

  private ids(): string[] {
    return [...new Set(this.seen().map(({ stream }) => stream.slice('announcement-'.length)))];
  }

  private seen(): Recorded<AnnouncementEvent>[] {
    return this.log.slice(0, this.visible);
  }

  private envelope(stream: string) {
    const position = String(this.log.length + 1);
    const revision = this.log.filter((event) => event.stream === stream).length;
    const recordedAt = '2026-11-21T00:00:00.000Z';
    const origin = { causationId: null, correlationId: null, actor: 'spec' };
    return {
      id: `e${position}`,
      version: 1,
      stream,
      revision,
      position,
      recordedAt,
      backfill: false,
      ...origin,
    };
  }
}
