import type { Instant, SourceSettings } from '#domain';
import type { OutboundHttp } from '#platform';
import { conditionalGet, NO_VALIDATORS } from '../fetch/conditional-get.js';
import { NotAFeedError, type FeedEntry } from '../parse/feed.js';
import { parseFeed } from '../parse/parse-feed.js';
import { ParserError, type ParserThread } from '../parse/parser-thread.js';
import { entryOfArticle, readArticle } from './article.js';
import { DiscoveryError } from './discover.js';
import { articleLinks } from './list-page.js';
import { readLinks, type PageLink } from './page-links.js';

export interface PreviewParts {
  http: OutboundHttp;
  parsers: ParserThread;
}

type Previewed = Pick<SourceSettings, 'kind' | 'linkPattern'> & { url: string };

/**
 * The first entries a source would bring, at most `most`; of a page so many articles are fetched. Nothing is kept.
 * Throws DiscoveryError with the reason when it cannot be read.
 */
export async function previewEntries(
  source: Previewed,
  parts: PreviewParts,
  now: Instant,
  most: number,
): Promise<FeedEntry[]> {
  const { url, kind } = source;
  const fetched = await conditionalGet(
    parts.http,
    { url, as: kind === 'page' ? 'page' : 'feed', validators: NO_VALIDATORS },
    now,
  );
  if (fetched.outcome !== 'fetched') {
    const why = fetched.outcome === 'failed' ? fetched.error : 'It answered that nothing had changed.';
    throw new DiscoveryError(`${url} could not be read. ${why}`);
  }
  try {
    if (kind !== 'page')
      return (await parseFeed(fetched.text, fetched.url, parts.parsers)).entries.slice(0, most);
    const { links } = await readLinks(fetched.text, fetched.url, parts.parsers);
    const wanted = (await articleLinks(links, source.linkPattern, parts.parsers)).slice(0, most);
    const articles = await Promise.all(wanted.map((link) => article(link, parts, now)));
    return articles.filter((entry) => entry !== null);
  } catch (error) {
    if (error instanceof NotAFeedError || error instanceof ParserError)
      throw new DiscoveryError(`${url}: ${error.message}`);
    throw error;
  }
}

/** An article of a list page; null when it cannot be read. */
async function article({ url, text }: PageLink, { http, parsers }: PreviewParts, now: Instant) {
  const fetched = await conditionalGet(http, { url, as: 'page', validators: NO_VALIDATORS }, now);
  if (fetched.outcome !== 'fetched') return null;
  try {
    return entryOfArticle(url, text, await readArticle(fetched.text, parsers));
  } catch (error) {
    if (error instanceof ParserError) return null;
    throw error;
  }
}
