import { articleAddress, canonicalUrl } from './canonical-url.js';
import { nameBasedId, sha256 } from './name-based-id.js';

/** What tells the entries of one source apart. */
export interface Identifiable {
  guid: string | null;
  link: string | null;
  title: string | null;
  publishedRaw: string | null;
  text: string;
}

/** An item's identity and every key under which a later fetch may recognise it, strongest first. */
export interface ItemIdentity {
  identity: string;
  keys: string[];
}

const WEB = /^https?:/i;

/**
 * The identity of an entry within its source. The link leads where it is the entry's own, because guids
 * change with the publishing system; scheme, tracking parameters and mirrors of an article number do not
 * matter. Then the guid, then title and stated time, then the text. `shared` holds keys that more than one
 * entry of the fetch carries (a link to the home page, a reused guid): they identify nothing.
 */
export function itemIdentity(entry: Identifiable, shared: ReadonlySet<string> = new Set()): ItemIdentity {
  const keys = entryKeys(entry).filter((key) => !shared.has(key));
  const own = keys.length > 0 ? keys : [`text:${sha256(`${entry.title ?? ''}\n${entry.text}`)}`];
  return { identity: own[0] ?? '', keys: own };
}

/** Every key an entry carries, strongest first; empty when it has neither link, guid nor dated title. */
export function entryKeys(entry: Identifiable): string[] {
  const keys = [linkKey(entry.link), guidKey(entry.guid), titleKey(entry)];
  return [...new Set(keys.filter((key) => key !== null))];
}

/** The keys that several of these entries carry without being the same entry twice. */
export function sharedKeys(entries: readonly Identifiable[]): Set<string> {
  const owners = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const key of entryKeys(entry)) {
      const titles = owners.get(key) ?? new Set();
      owners.set(key, titles.add(entry.title ?? entry.text.slice(0, 200)));
    }
  return new Set([...owners].filter(([, titles]) => titles.size > 1).map(([key]) => key));
}

/** The item's id: uuid v5 of its source and identity. */
export function itemIdOf(sourceId: string, identity: string): string {
  return nameBasedId('item', sourceId, identity);
}

function linkKey(link: string | null): string | null {
  if (link === null) return null;
  const { number } = articleAddress(link);
  if (number !== null) return `article:${number}`;
  const canonical = canonicalUrl(link);
  return canonical === null ? null : `link:${canonical}`;
}

function guidKey(guid: string | null): string | null {
  if (guid === null || guid.trim() === '') return null;
  return WEB.test(guid) ? linkKey(guid.trim()) : `guid:${guid.trim()}`;
}

function titleKey({ title, publishedRaw }: Identifiable): string | null {
  if (!title || !publishedRaw) return null;
  return `title:${sha256(`${title.trim().toLowerCase()}\n${publishedRaw.trim()}`)}`;
}
