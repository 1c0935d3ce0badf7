import type { Instant } from '#domain';
import type { OutboundHttp } from '#platform';
import { conditionalGet, NO_VALIDATORS, type Fetched } from '../fetch/conditional-get.js';
import { entryKeys } from '../identity/item-identity.js';
import type { FeedEntry } from '../parse/feed.js';
import type { ParserThread } from '../parse/parser-thread.js';
import type { DomainPause } from '../schedule/domain-pauses.js';
import type { SeenItems } from '../schedule/seen-items.js';
import { archiveLink } from './archive-link.js';
import { observeFeed } from './feed-source.js';
import { pauseOf } from './pause.js';

/** Older documents of a feed asked for in one poll. */
const DOCUMENTS = 5;

export interface ArchiveParts {
  http: OutboundHttp;
  parsers: ParserThread;
  seen: SeenItems;
}

/** What a feed's older documents hold. */
export interface Older {
  entries: FeedEntry[];
  /** Whether they reach back to something known: then nothing is missing any more. */
  closed: boolean;
  pauses: DomainPause[];
}

/**
 * After a gap: walks a feed's archive (RFC 5005) backwards, until a document holds something known, the archive
 * ends, leads in a circle or fails, or five documents are read.
 */
export async function olderEntries(
  sourceId: string,
  newest: Extract<Fetched, { outcome: 'fetched' }>,
  parts: ArchiveParts,
  now: Instant,
): Promise<Older> {
  const older: Older = { entries: [], closed: false, pauses: [] };
  const asked = new Set([newest.url]);
  let link = archiveLink(newest.text, newest.url);
  while (link !== null && !asked.has(link) && asked.size <= DOCUMENTS && !older.closed) {
    asked.add(link);
    const wanted = { url: link, as: 'feed', validators: NO_VALIDATORS } as const;
    const fetched = await conditionalGet(parts.http, wanted, now);
    const pause = pauseOf(link, fetched, now);
    if (pause !== null) older.pauses.push(pause);
    if (fetched.outcome !== 'fetched') return older;
    const { entries } = await observeFeed(fetched, parts.parsers);
    older.entries.push(...entries);
    older.closed = (await parts.seen.byKeys(sourceId, entries.flatMap(entryKeys))).length > 0;
    link = archiveLink(fetched.text, fetched.url);
  }
  return older;
}
