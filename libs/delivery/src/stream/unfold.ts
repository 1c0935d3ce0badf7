import type { Instant } from '#domain';
import type { PublicEvent, PublicLog } from '#projections';
import type { Clock } from '../clock.js';
import { matchesStream, type StreamFilter } from '../filter/stream.filter.js';
import { ReplayClock } from './replay-clock.js';
import type { StreamMessage } from './stream-message.js';

export interface UnfoldOptions {
  log: PublicLog;
  /** Inclusive bounds of announcedAt; null: open. */
  from: Instant | null;
  to: Instant | null;
  /** Exclusive: go on after the event at this position, which was the last one seen. */
  resumeAfter?: string | null;
  /** Days of history in a second; 0: as fast as it is read. */
  speed: number;
  /** IANA zone of the days that are told. */
  tz: string;
  filter: StreamFilter;
  clock: Clock;
  signal: AbortSignal;
  heartbeatMs?: number;
}

/** How often a replay that waits looks which day it has reached. */
const TICK_MS = 200;

/**
 * History as it unfolded: announcement events in announced order up to the head at the time of asking, each
 * at its moment of a clock that begins with the first one and runs `speed` days a second; then `end`. One that is
 * resumed goes on at the moment of the event last seen, or at `from` where that is later. Between events, and
 * before them, it tells which day it has reached.
 */
export async function* unfold(options: UnfoldOptions): AsyncGenerator<StreamMessage> {
  const { clock, speed, signal, log, from, tz } = options;
  const seen = await cursorAt(log, options.resumeAfter ?? null);
  const replay = new ReplayClock(clock, speed, tz);
  if (seen) replay.begin(from !== null && from > seen.announcedAt ? from : seen.announcedAt);
  let last: string | null = null;
  for await (const event of announced(options, seen)) {
    const at = event.announcedAt!;
    replay.begin(at);
    yield* waitUntil(at, replay, options);
    if (signal.aborted) return;
    const day = replay.dayOf(at);
    if (day !== null) yield { kind: 'day', day };
    last = event.position;
    yield { kind: 'event', event };
  }
  if (!signal.aborted) yield { kind: 'end', position: last };
}

type Cursor = Parameters<PublicLog['announcedPage']>[0]['cursor'];

async function* announced(options: UnfoldOptions, after: Cursor): AsyncGenerator<PublicEvent> {
  const { log, from, to, filter, signal } = options;
  const { types, kinds, scopes } = filter;
  const upTo = await log.head();
  let cursor = after;
  do {
    const query = { from, to, upTo, cursor, limit: 200, types, kinds, scopes };
    const page = await log.announcedPage(query);
    for (const event of page.events) if (matchesStream(filter, event)) yield event;
    cursor = page.next;
  } while (cursor !== null && !signal.aborted);
}

async function cursorAt(log: PublicLog, position: string | null): Promise<Cursor> {
  const [event] = position === null ? [] : await log.at([position]);
  return event?.announcedAt ? { announcedAt: event.announcedAt, position: event.position } : null;
}

/** Days as they are reached, and heartbeats while not even those change. */
async function* waitUntil(
  at: Instant,
  replay: ReplayClock,
  { clock, signal, heartbeatMs = 15_000 }: UnfoldOptions,
): AsyncGenerator<StreamMessage> {
  let silent = 0;
  for (let left = replay.until(at); left > 0 && !signal.aborted; left = replay.until(at)) {
    const nap = Math.min(left, TICK_MS);
    await clock.sleep(nap, signal);
    const day = nap < left ? replay.newDay() : null;
    silent = day === null ? silent + nap : 0;
    if (day !== null) yield { kind: 'day', day };
    else if (silent >= heartbeatMs) {
      silent = 0;
      yield { kind: 'heartbeat' };
    }
  }
}
