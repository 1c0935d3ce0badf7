import type { Instant } from '#domain';
import type { Fetched } from '../fetch/conditional-get.js';
import { itemIdOf, itemIdentity } from '../identity/item-identity.js';
import { articleLinks } from '../pages/list-page.js';
import { readLinks, type PageLink } from '../pages/page-links.js';
import type { FeedEntry } from '../parse/feed.js';
import { ParserError } from '../parse/parser-thread.js';
import type { ScheduledSource } from '../schedule/scheduled-source.js';
import type { SeenItem, SeenItems } from '../schedule/seen-items.js';
import { Articles, type ArticleParts } from './articles.js';
import { nextCheck } from './check-times.js';
import { nothingSeen, type Observation } from './observation.js';

/** Articles fetched in one poll of a list page. */
const ARTICLES_A_POLL = 20;
/** No text has this fingerprint: once the article can be read it counts as changed. */
const UNREADABLE = 'unreadable';

export interface PageParts extends ArticleParts {
  seen: SeenItems;
}

/** Reads a fetched list page: its unknown articles are fetched, a bounded number in each poll. */
export async function observePage(
  source: ScheduledSource,
  fetched: Fetched,
  parts: PageParts,
  now: Instant,
): Promise<Observation> {
  const seen = nothingSeen(fetched);
  if (fetched.outcome !== 'fetched') return seen;
  try {
    const { links } = await readLinks(fetched.text, fetched.url, parts.parsers);
    const wanted = await articleLinks(links, source.settings.linkPattern, parts.parsers);
    if (wanted.length === 0)
      return { ...seen, unreadable: 'No link of the page matches the link pattern: check the pattern.' };
    const unknown = await unknownLinks(source.sourceId, wanted, parts.seen);
    const got = await fetchArticles(source.sourceId, unknown.slice(0, ARTICLES_A_POLL), parts, now);
    const complete = got.entries.length + got.passedOver.length === unknown.length;
    return { ...seen, ...got, complete, knownLinks: wanted.length - unknown.length };
  } catch (error) {
    if (!(error instanceof ParserError)) throw error;
    return { ...seen, unreadable: error.message };
  }
}

async function unknownLinks(sourceId: string, links: PageLink[], seen: SeenItems): Promise<PageLink[]> {
  const byKey = new Map<string, PageLink>();
  for (const link of links) {
    const [key] = identityOf(link).keys;
    if (key !== undefined && !byKey.has(key)) byKey.set(key, link);
  }
  const known = await seen.byKeys(sourceId, [...byKey.keys()]);
  for (const item of known) for (const key of item.keys) byKey.delete(key);
  return [...byKey.values()];
}

async function fetchArticles(sourceId: string, links: PageLink[], parts: PageParts, now: Instant) {
  const entries: FeedEntry[] = [];
  const passedOver: SeenItem[] = [];
  const articles = await Articles.of(
    links.map(({ url }) => url),
    parts,
  );
  for (const link of links) {
    const asked = await articles.ask(link);
    if (typeof asked === 'object') entries.push(asked);
    else if (asked !== 'later') passedOver.push(unreadable(sourceId, link, now));
  }
  return { entries, passedOver, pauses: articles.pauses };
}

/** A link that leads to nothing readable is not asked for with every poll, but when articles are read again. */
function unreadable(sourceId: string, link: PageLink, now: Instant): SeenItem {
  const { identity, keys } = identityOf(link);
  return {
    itemId: itemIdOf(sourceId, identity),
    ...{ identity, keys, title: link.text || null, url: link.url, fingerprint: UNREADABLE },
    ...{
      relevant: false,
      extractor: '',
      goneSince: null,
      firstSeenAt: now,
      nextCheckAt: nextCheck(now, now),
    },
  };
}

function identityOf({ url }: PageLink) {
  return itemIdentity({ guid: null, link: url, title: null, publishedRaw: null, text: '' });
}
