import type { Instant, SourceSettings } from '#domain';
import type { OutboundHttp } from '#platform';
import { conditionalGet, NO_VALIDATORS, type Fetched } from '../fetch/conditional-get.js';
import type { HostTurns } from '../fetch/host-turns.js';
import { entryKeys } from '../identity/item-identity.js';
import { entryOfArticle, readArticle } from '../pages/article.js';
import { articleLinks, readLinks, type PageLink } from '../pages/list-page.js';
import type { FeedEntry } from '../parse/feed.js';
import { ParserError, type ParserThread } from '../parse/parser-thread.js';
import type { SeenItems } from '../schedule/seen-items.js';
import { nothingSeen, type Observation } from './observation.js';

/** Articles fetched in one poll of a list page. */
const ARTICLES_A_POLL = 20;

export interface PageParts {
  http: OutboundHttp;
  turns: HostTurns;
  parsers: ParserThread;
  seen: SeenItems;
}

/** Reads a fetched list page: its unknown articles are fetched, a bounded number in each poll. */
export async function observePage(
  source: { sourceId: string; settings: SourceSettings },
  fetched: Fetched,
  parts: PageParts,
  now: Instant,
): Promise<Observation> {
  const seen = nothingSeen(fetched);
  if (fetched.outcome !== 'fetched') return seen;
  try {
    const { links } = await readLinks(fetched.text, fetched.url, parts.parsers);
    const wanted = articleLinks(links, source.settings.linkPattern);
    if (wanted.length === 0)
      return { ...seen, unreadable: 'No link of the page matches the link pattern: check the pattern.' };
    const unknown = await unknownLinks(source.sourceId, wanted, parts.seen);
    const entries = await fetchArticles(unknown.slice(0, ARTICLES_A_POLL), parts, now);
    const complete = entries.length === unknown.length;
    return { ...seen, entries, complete, knownLinks: wanted.length - unknown.length };
  } catch (error) {
    if (!(error instanceof ParserError || error instanceof SyntaxError)) throw error;
    return { ...seen, unreadable: error.message };
  }
}

async function unknownLinks(sourceId: string, links: PageLink[], seen: SeenItems): Promise<PageLink[]> {
  const byKey = new Map<string, PageLink>();
  for (const link of links) {
    const [key] = entryKeys({ guid: null, link: link.url, title: null, publishedRaw: null, text: '' });
    if (key !== undefined && !byKey.has(key)) byKey.set(key, link);
  }
  const known = await seen.byKeys(sourceId, [...byKey.keys()]);
  for (const item of known) for (const key of item.keys) byKey.delete(key);
  return [...byKey.values()];
}

async function fetchArticles(links: PageLink[], parts: PageParts, now: Instant): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for (const link of links) {
    const entry = await fetchArticle(link, parts, now);
    if (entry === 'stop') break;
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** One article; null when it cannot be read now, 'stop' when the server asks to be left alone. */
async function fetchArticle(
  { url, text }: PageLink,
  { http, turns, parsers }: Omit<PageParts, 'seen'>,
  now: Instant,
): Promise<FeedEntry | 'stop' | null> {
  const wanted = { url, as: 'page', validators: NO_VALIDATORS } as const;
  const fetched = await turns.run(url, () => conditionalGet(http, wanted, now));
  if (fetched.outcome !== 'fetched') return fetched.status === 429 || fetched.status === 503 ? 'stop' : null;
  try {
    return entryOfArticle(url, text, await readArticle(fetched.text, parsers));
  } catch (error) {
    if (error instanceof ParserError) return null;
    throw error;
  }
}
