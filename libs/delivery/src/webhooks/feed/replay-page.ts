import { comparePositions, type WebhookFilter } from '#domain';
import type { Sql } from '#platform';
import { EVENT_SCOPES, type PublicEvent, type PublicLog } from '#projections';
import { matches } from '../../filter/event.filter.js';
import { announcementOf } from '../../filter/public-announcement.js';
import { parkedAfter, type Replay, type ReplayCursor } from './replay.queries.js';

/** The next events of a replay in the order they are to be sent, and where to go on; null: nowhere. */
export interface ReplayPage {
  events: { position: string; subject: string | null }[];
  cursor: ReplayCursor | null;
}

const PAGE = 250;
const SCOPES = EVENT_SCOPES.filter((scope) => scope !== 'admin');

/**
 * Reads on in a replay. A position is log order, from that event on; a date is announced order, each
 * announcement once, by its first event that matches; `failed` goes through what was given up.
 */
export async function replayPage(
  log: PublicLog,
  sql: Sql,
  replay: Replay,
  filter: WebhookFilter,
): Promise<ReplayPage> {
  const page = await source(log, sql, replay);
  const events = page.events.filter(
    (event) => within(replay, event) && matches(filter, event, { replay: true }),
  );
  const once = 'announcedFrom' in replay.from && replay.mode !== 'failed';
  return {
    events: events.map((event) => ({
      position: event.position,
      subject: once ? (announcementOf(event)?.id ?? null) : null,
    })),
    cursor: page.cursor,
  };
}

interface Source {
  events: PublicEvent[];
  cursor: ReplayCursor | null;
}

function source(log: PublicLog, sql: Sql, replay: Replay): Promise<Source> {
  if (replay.mode === 'failed') return parked(log, sql, replay);
  return 'position' in replay.from
    ? inLogOrder(log, replay, replay.from.position)
    : inAnnouncedOrder(log, replay);
}

async function inLogOrder(log: PublicLog, replay: Replay, from: string): Promise<Source> {
  const after = replay.cursor?.position ?? before(from);
  const page = await log.page({ after, limit: PAGE, scopes: SCOPES });
  const more = page.hasMore && comparePositions(page.next, lastPosition(replay)) < 0;
  return { events: page.events, cursor: more ? { position: page.next } : null };
}

async function inAnnouncedOrder(log: PublicLog, replay: Replay): Promise<Source> {
  const { events, next } = await log.announcedPage({
    from: instantOf(replay.from),
    to: instantOf(replay.to),
    upTo: lastPosition(replay),
    cursor: replay.cursor as { announcedAt: string; position: string } | null,
    limit: PAGE,
    scopes: SCOPES,
  });
  return { events, cursor: next };
}

async function parked(log: PublicLog, sql: Sql, replay: Replay): Promise<Source> {
  const rows = await parkedAfter(sql, replay.webhookId, replay.cursor?.seq ?? '0', PAGE);
  const events = await log.at(rows.map((row) => row.position));
  return { events, cursor: rows.length < PAGE ? null : rows.at(-1)! };
}

/** Whether an event lies between the replay's ends, whichever of both ways they are given. */
function within({ from, to, head }: Replay, event: PublicEvent): boolean {
  const { position, announcedAt } = event;
  const [first, last] = [instantOf(from), instantOf(to)];
  if (comparePositions(position, lastPosition({ to, head })) > 0) return false;
  if ('position' in from && comparePositions(position, from.position) < 0) return false;
  if (first !== null && (announcedAt === null || announcedAt < first)) return false;
  return last === null || (announcedAt !== null && announcedAt <= last);
}

function lastPosition({ to, head }: Pick<Replay, 'to' | 'head'>): string {
  return to && 'position' in to && comparePositions(to.position, head) < 0 ? to.position : head;
}

function instantOf(point: Replay['to']): string | null {
  return point && 'announcedFrom' in point ? point.announcedFrom : null;
}

/** The position before one, whether or not an event stands there: pages begin after it. */
function before(position: string): string {
  return position === '0' ? position : String(BigInt(position) - 1n);
}
