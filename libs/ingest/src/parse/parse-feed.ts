import { NotAFeedError, type Feed } from './feed.js';
import { fromJsonFeed } from './json.format.js';
import { fromMarkup } from './markup.format.js';
import { ParserError, type ParserThread } from './parser-thread.js';
import { readMarkup, type ReadMarkup } from './read-markup.js';
import { decodeReferences } from './references.js';
import { fromRssParser } from './rss.format.js';

/**
 * Reads a feed in any of its formats from decoded text. XML, in whatever condition, is read by our own reader; where
 * it finds no item, rss-parser is asked for a second opinion. A JSON Feed goes to feedsmith. Throws NotAFeedError for
 * anything else, ParserError for what takes too long.
 */
export async function parseFeed(text: string, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  if (/^\s*\{/.test(text)) return parseJsonFeed(text, feedUrl, parsers);
  const read = await readMarkup(unescaped(text), feedUrl);
  if (!isFeed(read)) throw new NotAFeedError(notAFeed(read.outermost));
  return (await secondOpinion(read, text, feedUrl, parsers)) ?? fromMarkup(read);
}

/** What another reader makes of a document that seems to be empty; null when it finds nothing either. */
async function secondOpinion(
  { items, frame }: ReadMarkup,
  text: string,
  feedUrl: string,
  parsers: ParserThread,
): Promise<Feed | null> {
  if (items.length > 0 || frame === 'channel' || !/<(?:\w+:)?(?:item|entry)\b/.test(text)) return null;
  const raw = await parsers.run('rss', text).catch((error: unknown) => {
    if (error instanceof ParserError) return null;
    throw error;
  });
  const feed = fromRssParser(raw, feedUrl);
  return feed.entries.length > 0 ? { ...feed, truncated: false } : null;
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
