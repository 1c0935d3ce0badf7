import { dayStart, type Instant, type ItemContent, type SourceSettings } from '#domain';
import { articleAddress } from '../identity/canonical-url.js';
import { itemIdentity, type ItemIdentity } from '../identity/item-identity.js';
import { sha256 } from '../identity/name-based-id.js';
import { parseFeedDate } from '../parse/feed-date.js';
import type { FeedEntry } from '../parse/feed.js';
import type { SeenItem } from '../schedule/seen-items.js';
import { nextCheck } from './check-times.js';

/** An entry of a fetch, recognised as a known item or not. */
export interface PolledEntry {
  entry: FeedEntry;
  identity: ItemIdentity;
  known: SeenItem | null;
}

/** The entries of a fetch, each with what identifies it. `shared` keys identify none. */
export function recognised(
  entries: readonly FeedEntry[],
  shared: ReadonlySet<string>,
): Omit<PolledEntry, 'known'>[] {
  return entries.map((entry) => ({ entry, identity: itemIdentity(entry, shared) }));
}

/** The entries of a fetch against what was seen before: each item once, in document order. */
export function recognise(
  entries: readonly Omit<PolledEntry, 'known'>[],
  seen: readonly SeenItem[],
): PolledEntry[] {
  const taken = new Set<string>();
  const polled: PolledEntry[] = [];
  for (const { entry, identity } of entries) {
    const known = knownItem(entry, identity, seen);
    const name = known?.identity ?? identity.identity;
    if (taken.has(name)) continue;
    taken.add(name);
    polled.push({ entry, identity, known });
  }
  return polled;
}

const KEYS_KEPT = 12;

/** What is remembered of an entry once it is taken. */
export function remembered(
  { entry, identity: { keys }, known }: PolledEntry,
  as: { itemId: string; identity: string; relevant: boolean; version: string; page: boolean; now: Instant },
): SeenItem {
  const firstSeenAt = known?.firstSeenAt ?? as.now;
  return {
    ...{ itemId: as.itemId, identity: as.identity, relevant: as.relevant, extractor: as.version },
    keys: [...new Set([...keys, ...(known?.keys ?? [])])].slice(0, KEYS_KEPT),
    title: entry.title,
    url: entry.link,
    fingerprint: fingerprintOf(entry),
    goneSince: null,
    firstSeenAt,
    nextCheckAt: as.page ? nextCheck(firstSeenAt, as.now) : null,
  };
}

/** The seen item with the strongest key in common. A guid alone is not believed when link and title differ. */
function knownItem(entry: FeedEntry, { keys }: ItemIdentity, seen: readonly SeenItem[]): SeenItem | null {
  for (const key of keys) {
    const found = seen.find((item) => item.keys.includes(key) && !reused(key, keys, entry, item));
    if (found !== undefined) return found;
  }
  return null;
}

function reused(key: string, keys: string[], entry: FeedEntry, item: SeenItem): boolean {
  if (!key.startsWith('guid:') || entry.title === item.title) return false;
  const [link] = keys.filter(isAddress);
  const links = item.keys.filter(isAddress);
  return link !== undefined && links.length > 0 && !links.includes(link);
}

function isAddress(key: string): boolean {
  return key.startsWith('link:') || key.startsWith('article:');
}

/** The content of an entry as an item of its source, its text archived under the text's hash. */
export function contentOf(
  sourceId: string,
  settings: SourceSettings,
  { entry, identity, known }: PolledEntry,
  text: string,
): ItemContent & { updatedAt: Instant | null } {
  const updated = entry.updatedRaw === null ? null : parseFeedDate(entry.updatedRaw, settings.tz);
  return {
    sourceId,
    identity: known?.identity ?? identity.identity,
    url: entry.link,
    title: entry.title,
    lang: settings.lang,
    ...publication(entry, settings.tz),
    tz: settings.tz,
    contentHash: sha256(text),
    length: text.length,
    trusted: settings.filter === 'all',
    updatedAt: updated?.at ?? null,
  };
}

/** The text of an item: what the entry holds, or its title where it holds nothing else. */
export function itemText(entry: FeedEntry): string {
  return entry.text || entry.title || '';
}

/** Another fingerprint is another text, title or stated time. */
export function fingerprintOf(entry: FeedEntry): string {
  return sha256(JSON.stringify([entry.title, itemText(entry), entry.publishedRaw]));
}

/** The stated time; where none is stated, the day that the address carries. */
function publication(
  { publishedRaw, link }: FeedEntry,
  tz: string,
): Pick<ItemContent, 'publishedAt' | 'publishedAtPrecision' | 'publishedAtRaw'> {
  const day = publishedRaw === null && link !== null ? articleAddress(link).day : null;
  if (day !== null)
    return { publishedAt: dayStart(day, tz), publishedAtPrecision: 'day', publishedAtRaw: day };
  const date = publishedRaw === null ? null : parseFeedDate(publishedRaw, tz);
  return {
    publishedAt: date?.at ?? null,
    publishedAtPrecision: date?.precision ?? null,
    publishedAtRaw: publishedRaw,
  };
}
