import { cleanXml, type CleanXml } from './clean-xml.js';
import { NotAFeedError, type Feed } from './feed.js';
import { fromFeedsmith } from './feedsmith.format.js';
import { ParserError, type ParserThread } from './parser-thread.js';
import { fromRssParser } from './rss.format.js';

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf:RDF', 'channel']);

/**
 * Reads a feed in any of its formats from decoded text. XML is cleaned, given to rss-parser, and to feedsmith
 * where that fails; JSON Feed goes to feedsmith. Throws NotAFeedError for anything else, ParserError for a
 * document that defeats both or takes too long.
 */
export async function parseFeed(text: string, feedUrl: string, parsers: ParserThread): Promise<Feed> {
  if (/^\s*\{/.test(text)) return parseJsonFeed(text, feedUrl, parsers);
  const clean = cleanXml(text);
  if (!FEED_ROOTS.has(clean.root.name)) throw new NotAFeedError(notAFeed(clean.root.name));
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
