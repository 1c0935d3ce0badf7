import type { Fetched } from '../fetch/conditional-get.js';
import { NotAFeedError } from '../parse/feed.js';
import { parseFeed } from '../parse/parse-feed.js';
import { ParserError, type ParserThread } from '../parse/parser-thread.js';
import { nothingSeen, type Observation } from './observation.js';

/** Reads a fetched feed document. What cannot be read is an observation too, never an exception. */
export async function observeFeed(fetched: Fetched, parsers: ParserThread): Promise<Observation> {
  const seen = nothingSeen(fetched);
  if (fetched.outcome !== 'fetched') return seen;
  try {
    const { entries, deleted, freshSeconds } = await parseFeed(fetched.text, fetched.url, parsers);
    return { ...seen, entries, deleted, freshSeconds };
  } catch (error) {
    if (!(error instanceof NotAFeedError || error instanceof ParserError)) throw error;
    return { ...seen, unreadable: error.message };
  }
}
