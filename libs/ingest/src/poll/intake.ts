import { storableData, type ItemContent, type Instant, type ItemCommand, type SourceSettings } from '#domain';
import type { Document } from '#extraction';
import type { Archive } from '#platform';
import { itemIdOf, sharedKeys, entryKeys } from '../identity/item-identity.js';
import type { FeedEntry } from '../parse/feed.js';
import type { ScheduledSource } from '../schedule/scheduled-source.js';
import type { SeenItem, SeenItems } from '../schedule/seen-items.js';
import type { Extractor } from './extractor.js';
import { itemsMark } from './marks.js';
import {
  contentOf,
  fingerprintOf,
  itemText,
  recognise,
  recognised,
  remembered,
  type PolledEntry,
} from './polled-entry.js';

export interface ItemOrder {
  itemId: string;
  command: ItemCommand;
  /** Told long before it was received: followers are not to take it for news. */
  backfill?: true;
}

/** The entries of a fetch against what is known. */
export interface Looked {
  /** New, changed, or to be judged anew. */
  fresh: PolledEntry[];
  /** Ids of items that were known and have not changed; empty where the mark alone said so. */
  unchanged: string[];
  /** How many items were known, changed or not. */
  known: number;
  /** Digest of all the items. */
  mark: string;
}

/** What a fetch's entries came to. */
export interface Taken {
  commands: ItemOrder[];
  /** To be remembered once the commands' events are in the log. */
  seen: SeenItem[];
  itemsNew: number;
  itemsChanged: number;
  /** New or changed entries, also those that are not about the WIC. */
  fresh: number;
  newestItemAt: Instant | null;
  /** False when more is new than one poll takes. */
  complete: boolean;
}

/**
 * Which entries are old news: none but those whose age tells it; those without a date too, since they may be of
 * any age (a first fetch, or one after a gap); all of them (an archive).
 */
export type OldNews = 'by-age' | 'undated' | 'all';

type ReceiveItem = Extract<ItemCommand, { type: 'ReceiveItem' }>;

interface IntakeParts {
  seen: SeenItems;
  archive: Archive;
  extractor: Extractor;
  /** New or changed items taken in one poll. */
  limit?: number;
}

/** Decides which entries of a fetch are new or changed and about the WIC, and archives their texts. */
export class Intake {
  constructor(private readonly parts: IntakeParts) {}

  /** Which entries are new. Where the items are those of the fetch before, nothing is looked up. */
  async look(source: ScheduledSource, given: readonly FeedEntry[], now: Instant): Promise<Looked> {
    const entries = storableData(given) as readonly FeedEntry[];
    const identified = recognised(entries, sharedKeys(entries));
    const mark = itemsMark(source, identified, this.parts.extractor.version, now);
    if (mark === source.marks.items) return { fresh: [], unchanged: [], known: identified.length, mark };
    const keys = [...new Set(entries.flatMap(entryKeys))];
    const known = await this.parts.seen.byKeys(source.sourceId, keys);
    const polled = recognise(identified, known);
    const fresh = polled.filter((one) => this.isFresh(one));
    const unchanged = polled.flatMap((one) => (one.known && !fresh.includes(one) ? [one.known.itemId] : []));
    return { fresh, unchanged, known: polled.filter((one) => one.known !== null).length, mark };
  }

  /** Takes what is new, a bounded number. */
  async take(
    { sourceId, settings }: ScheduledSource,
    fresh: readonly PolledEntry[],
    { now, old }: { now: Instant; old: OldNews },
  ): Promise<Taken> {
    const limit = this.parts.limit ?? 500;
    const complete = fresh.length <= limit;
    const counts = { itemsNew: 0, itemsChanged: 0, fresh: fresh.length, newestItemAt: null, complete };
    const taken: Taken = { commands: [], seen: [], ...counts };
    const archived = fresh
      .slice(0, limit)
      .map((one) => this.takeOne(taken, sourceId, settings, one, { now, old }));
    await Promise.all(archived);
    return taken;
  }

  /** Unknown, changed, or once found irrelevant by an extractor that has since learned more. */
  private isFresh({ entry, known }: PolledEntry): boolean {
    if (known === null || known.fingerprint !== fingerprintOf(entry)) return true;
    return !known.relevant && known.extractor !== this.parts.extractor.version;
  }

  /** Notes what becomes of an entry, at once; resolves when its text is archived. */
  private takeOne(
    taken: Taken,
    sourceId: string,
    settings: SourceSettings,
    one: PolledEntry,
    { now, old }: { now: Instant; old: OldNews },
  ): Promise<unknown> {
    const text = itemText(one.entry);
    const content = contentOf(sourceId, settings, one, text);
    const { identity, publishedAt } = content;
    const itemId = one.known?.itemId ?? itemIdOf(sourceId, identity);
    const relevant = one.known?.relevant === true || this.isRelevant({ ...content, text, receivedAt: now });
    const { version } = this.parts.extractor;
    const page = settings.kind === 'page' && relevant;
    taken.newestItemAt = newest(taken.newestItemAt, toldAt(one, publishedAt, now), now);
    const seen = remembered(one, { itemId, identity, relevant, version, page, now });
    taken.seen.push(relevant ? seen : { ...seen, content: setAside(content) });
    if (!relevant) return this.parts.archive.putUnreferenced(text);
    taken.commands.push(orderOf(itemId, content, old));
    taken[one.known?.relevant ? 'itemsChanged' : 'itemsNew'] += 1;
    return this.parts.archive.put(text);
  }

  private isRelevant(document: Document): boolean {
    return document.trusted || this.parts.extractor.extract(document).relevant;
  }
}

/** What a better extractor would need to take it up again. */
function setAside({ updatedAt: _, ...content }: ReceiveItem['data']): ItemContent {
  return content;
}

function orderOf(itemId: string, data: ReceiveItem['data'], old: OldNews): ItemOrder {
  const backfill = old === 'all' || (old === 'undated' && data.publishedAt === null);
  return { itemId, command: { type: 'ReceiveItem', data }, ...(backfill ? { backfill } : {}) };
}

/** A new entry without a time is a sign of life when it comes. */
function toldAt({ known }: PolledEntry, publishedAt: Instant | null, now: Instant): Instant | null {
  return publishedAt ?? (known === null ? now : null);
}

/** The later time; one in the future says nothing of how fresh a source is. */
function newest(known: Instant | null, stated: Instant | null, now: Instant): Instant | null {
  if (stated === null || stated > now) return known;
  return known !== null && known > stated ? known : stated;
}
