import type { Instant } from '#domain';
import type { PublicEvent, PublicLog } from '#projections';
import type { Clock } from '../clock.js';
import { matchesStream, type StreamFilter } from '../filter/stream.filter.js';
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
  filter: StreamFilter;
  clock: Clock;
  signal: AbortSignal;
  heartbeatMs?: number;
}

const DAY_MS = 86_400_000;

/**
 * History as it unfolded: announcement events in announced order up to the head at the time of asking, each
 * at its moment of a clock that begins with the first one and runs `speed` days a second; then `end`.
 */
export async function* unfold(options: UnfoldOptions): AsyncGenerator<StreamMessage> {
  const { clock, speed, signal } = options;
  let begun: { wall: number; announced: number } | null = null;
  let last: string | null = null;
  for await (const event of announced(options)) {
    const at = Date.parse(event.announcedAt!);
    begun ??= { wall: clock.now().getTime(), announced: at };
    const due = speed > 0 ? begun.wall + ((at - begun.announced) / DAY_MS / speed) * 1000 : 0;
    yield* beatUntil(due, options);
    if (signal.aborted) return;
    last = event.position;
    yield { kind: 'event', event };
  }
  if (!signal.aborted) yield { kind: 'end', position: last };
}

async function* announced(options: UnfoldOptions): AsyncGenerator<PublicEvent> {
  const { log, from, to, filter, signal } = options;
  const { types, kinds, scopes } = filter;
  const upTo = await log.head();
  let cursor = await resumed(log, options.resumeAfter ?? null);
  do {
    const query = { from, to, upTo, cursor, limit: 200, types, kinds, scopes };
    const page = await log.announcedPage(query);
    for (const event of page.events) if (matchesStream(filter, event)) yield event;
    cursor = page.next;
  } while (cursor !== null && !signal.aborted);
}

async function resumed(log: PublicLog, position: string | null) {
  const [event] = position === null ? [] : await log.at([position]);
  return event?.announcedAt ? { announcedAt: event.announcedAt, position: event.position } : null;
}

async function* beatUntil(due: number, options: UnfoldOptions): AsyncGenerator<StreamMessage> {
  const beat = options.heartbeatMs ?? 15_000;
  for (;;) {
    const left = due - options.clock.now().getTime();
    if (left <= 0 || options.signal.aborted) return;
    await options.clock.sleep(Math.min(left, beat), options.signal);
    if (left > beat) yield { kind: 'heartbeat' };
  }
}
