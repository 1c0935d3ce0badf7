import type { Instant, SourceKind } from '#domain';
import type { OutboundHttp } from '#platform';
import { conditionalGet, NO_VALIDATORS } from '../fetch/conditional-get.js';
import { NotAFeedError } from '../parse/feed.js';
import { parseFeed } from '../parse/parse-feed.js';
import type { ParserThread } from '../parse/parser-thread.js';
import { readLinks } from './list-page.js';

/** What an address turned out to be the address of. */
export interface Discovered {
  kind: Exclude<SourceKind, 'hand'>;
  url: string;
  title: string | null;
  lang: string | null;
}

/** Nothing at an address can be followed; the message says why. */
export class DiscoveryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DiscoveryError';
  }
}

const FEED_TYPE = /application\/(rss|atom|rdf)\+xml|application\/feed\+json|text\/xml/i;

/**
 * What to follow at an address: the feed it is, the feed it names as its alternate, else the page itself.
 * Asks for no address that nobody wrote down. Throws DiscoveryError.
 */
export async function discover(
  url: string,
  { http, parsers }: { http: OutboundHttp; parsers: ParserThread },
  now: Instant,
): Promise<Discovered> {
  const fetched = await conditionalGet(http, { url, as: 'feed', validators: NO_VALIDATORS }, now);
  if (fetched.outcome !== 'fetched')
    throw new DiscoveryError(
      `${url} could not be read. ${fetched.outcome === 'failed' ? fetched.error : ''}`,
    );
  try {
    const feed = await parseFeed(fetched.text, fetched.url, parsers);
    return { kind: 'feed', url: fetched.url, title: feed.title, lang: feed.lang };
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw new DiscoveryError(`${url}: ${(error as Error).message}`);
  }
  const page = await readLinks(fetched.text, fetched.url, parsers);
  const feed = page.feeds.find(({ type }) => FEED_TYPE.test(type));
  if (feed) return { kind: 'feed', url: feed.url, title: feed.title ?? page.title, lang: null };
  if (page.links.length === 0) throw new DiscoveryError(`${url} names no feed and links to nothing.`);
  return { kind: 'page', url: fetched.url, title: page.title, lang: null };
}

/** Link patterns for list pages that are known to carry the WIC's own news. */
export const PAGE_PRESETS = [
  {
    url: 'https://www.wicinternet.org/',
    lang: 'en',
    linkPattern: String.raw`/\d{4}-\d{2}/\d{2}/c_\d+\.htm$`,
  },
  {
    url: 'https://cn.wicinternet.org/',
    lang: 'zh',
    linkPattern: String.raw`/\d{4}-\d{2}/\d{2}/content_\d+\.htm$`,
  },
] as const;
