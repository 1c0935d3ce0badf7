import { canonicalRss } from './canonical-rss.js';
import { NotAFeedError, type Feed } from './feed.js';
import { fromJsonFeed } from './json.format.js';
import type { ParserThread } from './parser-thread.js';
import { readMarkup, type ReadMarkup } from './read-markup.js';
import { decodeReferences } from './references.js';
import { fromRssParser } from './rss.format.js';

/**
 * Reads a feed in any of its formats from decoded text. XML, in whatever condition, is made canonical RSS 2.0, which
 * rss-parser reads; a JSON Feed goes to feedsmith. Throws NotAFeedError for anything else, ParserError for what takes
 * a parser too long.
 */
export async function parseFeed(text: string, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  if (/^\s*\{/.test(text)) return parseJsonFeed(text, feedUrl, parsers);
  const read = await readMarkup(unescaped(text), feedUrl);
  if (!isFeed(read)) throw new NotAFeedError(notAFeed(read.outermost));
  const raw = await parsers.run('rss', canonicalRss(read));
  return { ...fromRssParser(raw), truncated: read.truncated };
}

/** Some servers show a feed as text: its markup is escaped as a whole. */
function unescaped(text: string): string {
  return /^\s*&lt;(?:\?xml|rss|feed|rdf:)/i.test(text) ? decodeReferences(text) : text;
}

/** A page is a feed only where it carries items of one. */
function isFeed({ outermost, frame, items }: ReadMarkup): boolean {
  return (
    frame !== '' && (outermost === frame || items.length > 0) && (outermost !== 'html' || frame !== 'item')
  );
}

async function parseJsonFeed(text: string, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  if (!/"(version|items)"\s*:/.test(text)) throw new NotAFeedError('The document is JSON but no JSON Feed.');
  return { ...fromJsonFeed(await parsers.run('feedsmith', text), feedUrl), truncated: false };
}

function notAFeed(root: string): string {
  if (root === '') return 'The document holds no element at all: it is no feed.';
  const cure = root === 'html' ? ' Follow it as a page, or give the address of its feed.' : '';
  return `The document is <${root}>, not a feed.${cure}`;
}
