import { storableData, type Instant, type ItemCommand, type SourceSettings } from '#domain';
import type { Document } from '#extraction';
import type { Archive } from '#platform';
import { itemIdOf, sharedKeys, entryKeys } from '../identity/item-identity.js';
import type { FeedEntry } from '../parse/feed.js';
import type { SeenItem, SeenItems } from '../schedule/seen-items.js';
import type { Extractor } from './extractor.js';
import { contentOf, fingerprintOf, itemText, recognise, type PolledEntry } from './polled-entry.js';

export interface ItemOrder {
  itemId: string;
  command: ItemCommand;
}

/** What a fetch's entries came to. */
export interface Taken {
  commands: ItemOrder[];
  /** To be remembered once the commands' events are in the log. */
  seen: SeenItem[];
  /** Ids of items that were known and have not changed. */
  unchanged: string[];
  itemsNew: number;
  itemsChanged: number;
  /** New or changed entries, also those that are not about the WIC. */
  fresh: number;
  newestItemAt: Instant | null;
  /** False when more is new than one poll takes. */
  complete: boolean;
}

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

  async take(
    sourceId: string,
    settings: SourceSettings,
    entries: readonly FeedEntry[],
    now: Instant,
  ): Promise<Taken> {
    const polled = await this.recognised(sourceId, storableData(entries));
    const fresh = polled.filter((one) => this.isFresh(one));
    const limit = this.parts.limit ?? 500;
    const taken: Taken = {
      commands: [],
      seen: [],
      unchanged: polled.flatMap((one) => (this.isFresh(one) || !one.known ? [] : [one.known.itemId])),
      itemsNew: 0,
      itemsChanged: 0,
      fresh: fresh.length,
      newestItemAt: null,
      complete: fresh.length <= limit,
    };
    for (const one of fresh.slice(0, limit)) await this.takeOne(taken, sourceId, settings, one, now);
    return taken;
  }

  private async recognised(sourceId: string, entries: readonly FeedEntry[]): Promise<PolledEntry[]> {
    const keys = [...new Set(entries.flatMap(entryKeys))];
    const known = await this.parts.seen.byKeys(sourceId, keys);
    return recognise(entries, sharedKeys(entries), known);
  }

  /** Unknown, changed, or once found irrelevant by an extractor that has since learned more. */
  private isFresh({ entry, known }: PolledEntry): boolean {
    if (known === null || known.fingerprint !== fingerprintOf(entry)) return true;
    return !known.relevant && known.extractor !== this.parts.extractor.version;
  }

  private async takeOne(
    taken: Taken,
    sourceId: string,
    settings: SourceSettings,
    one: PolledEntry,
    now: Instant,
  ): Promise<void> {
    const text = itemText(one.entry);
    const content = contentOf(sourceId, settings, one, text);
    const itemId = one.known?.itemId ?? itemIdOf(sourceId, content.identity);
    const relevant = one.known?.relevant === true || this.isRelevant({ ...content, text, receivedAt: now });
    if (relevant) {
      await this.parts.archive.put(text);
      taken.commands.push({ itemId, command: { type: 'ReceiveItem', data: content } });
      taken[one.known?.relevant ? 'itemsChanged' : 'itemsNew'] += 1;
    } else await this.parts.archive.putUnreferenced(text);
    taken.newestItemAt = newest(taken.newestItemAt, content.publishedAt, now);
    taken.seen.push(remembered(itemId, content.identity, one, relevant, this.parts.extractor.version));
  }

  private isRelevant(document: Document): boolean {
    return document.trusted || this.parts.extractor.extract(document).relevant;
  }
}

const KEYS_KEPT = 12;

function remembered(
  itemId: string,
  identity: string,
  { entry, identity: { keys }, known }: PolledEntry,
  relevant: boolean,
  extractor: string,
): SeenItem {
  return {
    itemId,
    identity,
    keys: [...new Set([...keys, ...(known?.keys ?? [])])].slice(0, KEYS_KEPT),
    title: entry.title,
    url: entry.link,
    fingerprint: fingerprintOf(entry),
    relevant,
    extractor,
    goneSince: null,
  };
}

/** The later time; one in the future says nothing of how fresh a source is. */
function newest(known: Instant | null, stated: Instant | null, now: Instant): Instant | null {
  if (stated === null || stated > now) return known;
  return known !== null && known > stated ? known : stated;
}
