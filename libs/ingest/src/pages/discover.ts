import type { Instant, SourceKind } from '#domain';
import type { OutboundHttp } from '#platform';
import { conditionalGet, NO_VALIDATORS } from '../fetch/conditional-get.js';
import { NotAFeedError, type Feed } from '../parse/feed.js';
import { parseFeed } from '../parse/parse-feed.js';
import { ParserError, type ParserThread } from '../parse/parser-thread.js';
import { articleLinks } from './list-page.js';
import { readLinks, type PageLinks } from './page-links.js';
import { pagePreset } from './page-presets.data.js';

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

export interface DiscoveryParts {
  http: OutboundHttp;
  parsers: ParserThread;
}

const FEED_TYPE = /application\/(rss|atom|rdf)\+xml|application\/feed\+json|text\/xml/i;
const FEED_LIKE = /(?:^|[/._-])(?:rss|feeds?|atom)(?:[/._-]|$)|\.rdf$/i;
const FEED_WORDS = /^(?:rss|atom|feeds?|subscribe|订阅|訂閱|rss\s*订阅)$/i;
const COMMENTS = /comment|评论/i;
/** As many of the addresses that a page names are tried. */
const MOST_NAMED = 4;

/**
 * Where sites have their feed that forgot to name it. The only addresses that are asked for although nobody wrote
 * them down, and only where a page neither names a feed nor lists articles.
 */
export const COMMON_PATHS = ['/feed', '/rss.xml', '/atom.xml', '/feed.json'] as const;

/**
 * What to follow at an address: the feed it is, else a feed that its page names or links to, else the page where it
 * lists articles, else a feed in one of the usual places, else the page after all. Throws DiscoveryError.
 */
export async function discover(url: string, parts: DiscoveryParts, now: Instant): Promise<Discovered> {
  const fetched = await conditionalGet(parts.http, { url, as: 'feed', validators: NO_VALIDATORS }, now);
  if (fetched.outcome !== 'fetched')
    throw new DiscoveryError(
      `${url} could not be read. ${fetched.outcome === 'failed' ? fetched.error : ''}`,
    );
  const feed = await feedIn(fetched.text, fetched.url, parts.parsers);
  if (feed !== null) return found(fetched.url, feed, null);
  const page = await readLinks(fetched.text, fetched.url, parts.parsers).catch((error: unknown) => {
    throw error instanceof ParserError ? new DiscoveryError(`${url}: ${error.message}`) : error;
  });
  return discoverFrom(page, fetched.url, parts, now);
}

async function discoverFrom(
  page: PageLinks,
  url: string,
  parts: DiscoveryParts,
  now: Instant,
): Promise<Discovered> {
  const named = await firstFeed(namedFeeds(page), parts, now);
  if (named !== null) return named;
  const asPage: Discovered = { kind: 'page', url, title: page.title, lang: null };
  const articles = await articleLinks(page.links, pagePreset(url)?.linkPattern ?? null, parts.parsers);
  if (articles.length > 0) return asPage;
  const usual = COMMON_PATHS.map((path) => ({ url: new URL(path, url).href, title: page.title }));
  const guessed = await firstFeed(usual, parts, now);
  if (guessed !== null) return guessed;
  if (page.links.length > 0) return asPage;
  throw new DiscoveryError(`${url} names no feed and links to nothing.`);
}

interface Candidate {
  url: string;
  title: string | null;
}

/** What a page calls its feeds, before what it links to as if it were one; feeds of comments last. */
function namedFeeds({ feeds, links }: PageLinks): Candidate[] {
  const alternates = feeds.filter(({ type }) => FEED_TYPE.test(type));
  const linked = links
    .filter(({ url, text }) => FEED_LIKE.test(new URL(url).pathname) || FEED_WORDS.test(text))
    .map(({ url }) => ({ url, title: null }));
  const all = [...alternates, ...linked];
  const aside = (candidate: Candidate) => COMMENTS.test(`${candidate.url} ${candidate.title ?? ''}`);
  return [...all.filter((one) => !aside(one)), ...all.filter(aside)].slice(0, MOST_NAMED);
}

async function firstFeed(
  candidates: Candidate[],
  parts: DiscoveryParts,
  now: Instant,
): Promise<Discovered | null> {
  for (const { url, title } of candidates) {
    const fetched = await conditionalGet(parts.http, { url, as: 'feed', validators: NO_VALIDATORS }, now);
    if (fetched.outcome !== 'fetched') continue;
    const feed = await feedIn(fetched.text, fetched.url, parts.parsers).catch(() => null);
    if (feed !== null) return found(fetched.url, feed, title);
  }
  return null;
}

async function feedIn(text: string, url: string, parsers: ParserThread): Promise<Feed | null> {
  try {
    return await parseFeed(text, url, parsers);
  } catch (error) {
    if (error instanceof NotAFeedError) return null;
    throw new DiscoveryError(`${url}: ${(error as Error).message}`);
  }
}

function found(url: string, { title, lang }: Feed, named: string | null): Discovered {
  return { kind: 'feed', url, title: title ?? named, lang };
}
