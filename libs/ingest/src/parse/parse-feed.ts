import { cleanXml, type CleanXml } from './clean-xml.js';
import { NotAFeedError, type Feed } from './feed.js';
import { fromFeedsmith } from './feedsmith.format.js';
import { ParserError, type ParserThread } from './parser-thread.js';
import { fromRssParser } from './rss.format.js';

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf:RDF']);

/**
 * Reads a feed in any of its formats from decoded text. XML is cleaned, given to rss-parser, and to feedsmith
 * where that fails; of a document that defeats both its items alone are read. JSON Feed goes to feedsmith. Throws NotAFeedError for anything else, ParserError for a
 * document that defeats both or takes too long.
 */
export async function parseFeed(text: string, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  if (/^\s*\{/.test(text)) return parseJsonFeed(text, feedUrl, parsers);
  const clean = cleanXml(text);
  const items = /^html$/i.test(clean.root.name) ? null : itemsAlone(text);
  if (!FEED_ROOTS.has(clean.root.name)) {
    if (items === null) throw new NotAFeedError(notAFeed(clean.root.name));
    return throughParsers(cleanXml(items), feedUrl, parsers);
  }
  const feed = await throughParsers(clean, feedUrl, parsers).catch(foreseen);
  if (!(feed instanceof ParserError) && (feed.entries.length > 0 || items === null)) return feed;
  if (items === null) throw feed;
  return throughParsers(cleanXml(items), feedUrl, parsers);
}

function foreseen(error: unknown): ParserError {
  if (error instanceof ParserError) return error;
  throw error;
}

/** The items of a document whose frame is beyond repair, in a frame of ours; null when it holds none. */
function itemsAlone(text: string): string | null {
  const at = text.search(/<(item|entry)[\s>]/i);
  if (at < 0) return null;
  const atom = /^<entry/i.test(text.slice(at, at + 6));
  return (
    (atom ? '<feed xmlns="http://www.w3.org/2005/Atom">' : '<rss version="2.0"><channel>') + text.slice(at)
  );
}

async function throughParsers(clean: CleanXml, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  try {
    return await throughRssParser(clean, feedUrl, parsers);
  } catch (error) {
    if (!(error instanceof ParserError)) throw error;
    const raw = await parsers.run('feedsmith', clean.xml);
    return { ...fromFeedsmith(raw, feedUrl), truncated: clean.truncated };
  }
}

async function throughRssParser(clean: CleanXml, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  const raw = await parsers.run('rss', clean.xml);
  const base = clean.root.attributes['xml:base'] ?? null;
  // An Atom feed's own attributes are the root's: they would count twice as a relative base.
  const rootBase = clean.root.name === 'feed' ? null : base;
  return { ...fromRssParser(raw, feedUrl, rootBase), truncated: clean.truncated };
}

async function parseJsonFeed(text: string, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  if (!/"(version|items)"\s*:/.test(text)) throw new NotAFeedError('The document is JSON but no JSON Feed.');
  return { ...fromFeedsmith(await parsers.run('feedsmith', text), feedUrl), truncated: false };
}

function notAFeed(root: string): string {
  if (root === '') return 'The document holds no element at all: it is no feed.';
  const cure = /^html$/i.test(root) ? ' Follow it as a page, or give the address of its feed.' : '';
  return `The document is <${root}>, not a feed.${cure}`;
}
