import { comparePositions } from '#domain';
import type { PublicEvent } from '#projections';
import { matchesStream, type StreamFilter } from '../filter/stream.filter.js';
import type { LiveHub } from './live-hub.js';

export interface PageQuery {
  hub: LiveHub;
  /** Exclusive. */
  after: string;
  filter: StreamFilter;
  limit: number;
  /** How long to wait for a first event where there is none yet. */
  waitMs: number;
  signal: AbortSignal;
}

export interface LogPage {
  events: PublicEvent[];
  /** Where to go on: never behind what was looked at. */
  next: string;
  hasMore: boolean;
}

/**
 * A page of the log, or, at its head, whatever comes within `waitMs` (long-poll). Goes through pages in which
 * nothing matches, so an empty answer means that there is nothing more just now.
 */
export async function pageOrWait(query: PageQuery): Promise<LogPage> {
  if (query.waitMs <= 0) return firstMatching(query, query.after);
  await query.hub.start();
  const late = new AbortController(); // of our own: a timeout signal within any() may be collected unfired
  const timer = setTimeout(() => late.abort(), query.waitMs);
  try {
    return await firstWithin(query, AbortSignal.any([query.signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}

async function firstWithin(query: PageQuery, until: AbortSignal): Promise<LogPage> {
  let page = await firstMatching(query, query.after);
  while (page.events.length === 0 && !until.aborted) {
    const missed = query.hub.since(page.next)?.length !== 0;
    if (!missed && (await query.hub.wait(until)) === 'aborted') return page;
    page = await firstMatching(query, page.next);
  }
  return page;
}

/** Every matching event after a position up to the head as it is now, read page by page. */
export async function* readToHead(query: Omit<PageQuery, 'waitMs' | 'limit'>): AsyncGenerator<PublicEvent> {
  const head = await query.hub.log.head();
  let cursor = query.after;
  while (!query.signal.aborted && comparePositions(cursor, head) < 0) {
    const page = await firstMatching({ ...query, limit: 500 }, cursor);
    for (const event of page.events) {
      if (comparePositions(event.position, head) > 0) return;
      yield event;
    }
    if (!page.hasMore) return;
    cursor = page.next;
  }
}

async function firstMatching(query: Omit<PageQuery, 'waitMs'>, after: string): Promise<LogPage> {
  const { types, kinds, scopes } = query.filter;
  for (;;) {
    const page = await query.hub.log.page({ after, limit: query.limit, types, kinds, scopes });
    const events = page.events.filter((event) => matchesStream(query.filter, event));
    if (events.length > 0 || !page.hasMore || query.signal.aborted) return { ...page, events };
    after = page.next;
  }
}
