import { comparePositions } from '#domain';
import type { PublicEvent } from '#projections';
import { matchesStream, type StreamFilter } from '../filter/stream.filter.js';
import type { LiveHub } from './live-hub.js';
import type { StreamMessage } from './stream-message.js';

export interface FollowOptions {
  hub: LiveHub;
  /** Exclusive position to begin after; null: the head. */
  after: string | null;
  filter: StreamFilter;
  signal: AbortSignal;
}

const HISTORY_PAGE = 500;

/**
 * Every matching event after a position, from history on to live, in log order, until `signal` aborts: each
 * once, none left out. Reads no faster than it is asked to. A cursor that cannot be served gives a `reset`
 * and goes on from the head.
 */
export async function* followLog({
  hub,
  after,
  filter,
  signal,
}: FollowOptions): AsyncGenerator<StreamMessage> {
  await hub.start();
  const head = await hub.log.head();
  let cursor = after ?? head;
  if (comparePositions(cursor, head) > 0) {
    yield { kind: 'reset', position: head, logId: await hub.log.logId() };
    cursor = head;
  }
  while (!signal.aborted) {
    const live = hub.since(cursor);
    const page = live ? pageOf(live, cursor) : await history(hub, cursor, filter);
    for (const event of page.events.filter((each) => matchesStream(filter, each))) {
      if (signal.aborted) return;
      yield { kind: 'event', event };
    }
    // No other step lies between looking (`since`) and waiting: what arrives meanwhile wakes.
    const wake = page.next === cursor ? await hub.wait(signal) : 'advanced';
    if (wake === 'aborted') return;
    if (wake === 'heartbeat') yield { kind: 'heartbeat' };
    cursor = page.next;
  }
}

interface Page {
  events: readonly PublicEvent[];
  next: string;
}

function pageOf(events: readonly PublicEvent[], cursor: string): Page {
  return { events, next: events.at(-1)?.position ?? cursor };
}

function history(hub: LiveHub, after: string, { types, kinds, scopes }: StreamFilter): Promise<Page> {
  return hub.log.page({ after, limit: HISTORY_PAGE, types, kinds, scopes });
}
