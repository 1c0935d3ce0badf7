import { Injectable } from '@nestjs/common';
import { comparePositions, type AnnouncementState, type Instant } from '#domain';
import { LOG_START } from '#event-store';
import { Database } from '#platform';
import { announcementView } from '../announcements/announcement.view.js';
import { wholeState } from '../announcements/announcements.schema.js';
import { holdsAt } from '../announcements/moment.js';
import {
  PublicLog,
  type EventScope,
  type PublicEvent,
  type PublicLogFilter,
} from '../public-log/public-log.port.js';
import { iso } from '../runner/sql.js';
import { ViewNotReadyError, Views } from '../runner/views.js';
import { typesWithin } from './public-types.js';

/** How many entries one page looks through when few of them are of the kinds asked for. */
const WINDOW = 5000;

interface Entry {
  position: string;
  recorded_at: Instant;
  announced_at: Instant | null;
  type: string;
  scope: EventScope;
  backfill: boolean;
  data: Record<string, unknown> | null;
  /** Of the kinds asked for; what is not is only looked at, and its announcement not read. */
  shown: boolean;
  announcement: AnnouncementState | null;
  source: Record<string, unknown> | null;
}

/** The public log over the views: entries joined with what their announcement or source was just after them. */
@Injectable()
export class PgPublicLog extends PublicLog {
  constructor(
    private readonly database: Database,
    private readonly views: Views,
  ) {
    super();
  }

  async logId(): Promise<string> {
    const [row] = await this.database.query<{ log_id: string }>('SELECT log_id FROM view_log');
    if (!row) throw new ViewNotReadyError('log');
    return row.log_id;
  }

  async head(): Promise<string> {
    return this.views.position();
  }

  async positionAt(recordedAt: Instant): Promise<string> {
    const [row] = await this.views.read((schemaOf) =>
      this.database.query<{ position: string }>(
        `SELECT position FROM ${schemaOf('log')}.entries WHERE recorded_at <= $1
         ORDER BY recorded_at DESC, position DESC LIMIT 1`,
        [recordedAt],
      ),
    );
    return row?.position ?? LOG_START;
  }

  async page({ after, limit, ...filter }: PublicLogFilter & { after: string; limit: number }) {
    const head = await this.head();
    const window = windowOf(filter, limit);
    const entries = await this.entries(
      `e.position > $1::bigint AND e.position <= $2::bigint AND e.type = ANY($3::text[])
       ORDER BY e.position LIMIT ${window}`,
      [after, head, typesWithin(filter)],
      'looked.position',
      { ...filter, limit },
    );
    const matching = entries.filter(({ shown }) => shown);
    const cut = matching.length > limit || entries.length === window;
    const events = matching.slice(0, limit);
    const last = matching.length > limit ? events.at(-1) : entries.at(-1);
    const next = cut ? last!.position : comparePositions(head, after) > 0 ? head : after;
    return { events: events.map(publicEvent), next, hasMore: cut };
  }

  async announcedPage(query: Parameters<PublicLog['announcedPage']>[0]) {
    const { from, to, upTo, cursor, limit, ...filter } = query;
    const types = typesWithin(filter).filter((type) => type.startsWith('announcement.'));
    const window = windowOf(filter, limit);
    const entries = await this.entries(
      `e.announced_at >= coalesce($1::timestamptz, '-infinity') AND e.announced_at <= coalesce($2::timestamptz, 'infinity')
       AND e.position <= least($3::bigint, $7::bigint) AND e.type = ANY($4::text[])
       AND ($5::timestamptz IS NULL OR (e.announced_at, e.position) > ($5::timestamptz, $6::bigint))
       ORDER BY e.announced_at, e.position LIMIT ${window}`,
      [from, to, upTo, types, ...cursorValues(cursor), await this.head()],
      'looked.announced_at, looked.position',
      { ...filter, limit },
    );
    const matching = entries.filter(({ shown }) => shown);
    const events = matching.slice(0, limit);
    const cut = matching.length > limit || entries.length === window;
    const last = matching.length > limit ? matching[limit - 1] : entries.at(-1);
    const next = cut && last ? { announcedAt: last.announced_at!, position: last.position } : null;
    return { events: events.map(publicEvent), next };
  }

  async at(positions: readonly string[]): Promise<PublicEvent[]> {
    const entries = await this.entries(
      `e.position = ANY($1::bigint[]) AND e.position <= $2::bigint`,
      [positions, await this.head()],
      'looked.position',
    );
    const byPosition = new Map(entries.map((entry) => [entry.position, publicEvent(entry)]));
    return positions.map((position) => byPosition.get(position)).filter((event) => event !== undefined);
  }

  onAdvance(listener: (head: string) => void): () => void {
    return this.views.onAdvance(listener);
  }

  /**
   * Entries with the state just after them: known at their own position, everything announced. Whole states are
   * read of as many as a page shows, and of the kinds asked for alone.
   */
  private async entries(
    where: string,
    values: unknown[],
    order: string,
    { kinds, limit }: { kinds?: readonly string[] | undefined; limit?: number } = {},
  ): Promise<Entry[]> {
    const [ofKinds, most] = [`$${values.length + 1}::text[]`, `$${values.length + 2}::int`];
    const isShown = `(${ofKinds} IS NULL OR NOT starts_with(looked.type, 'announcement.') OR t.state->>'kind' = ANY(${ofKinds}))`;
    return this.views.read((schemaOf) =>
      this.database.query<Entry>(
        `SELECT looked.position, ${iso('looked.recorded_at')} AS recorded_at, looked.type, looked.scope,
           CASE WHEN looked.announced_at IS NOT NULL THEN ${iso('looked.announced_at')} END AS announced_at,
           looked.backfill, looked.data, coalesce(${isShown}, false) AS shown, s.state AS source,
           CASE WHEN ${isShown} AND (${most} IS NULL OR count(*) FILTER (WHERE ${isShown}) OVER (ORDER BY ${order}) <= ${most})
             THEN ${wholeState(schemaOf('announcements'), 't')} END AS announcement
         FROM (SELECT * FROM ${schemaOf('log')}.entries e WHERE ${where}) looked
         LEFT JOIN LATERAL (SELECT number FROM ${schemaOf('announcements')}.rectangles r
           WHERE r.announcement = looked.subject AND ${holdsAt('r', `'9999-12-31'`, 'looked.position')} LIMIT 1)
           r ON starts_with(looked.type, 'announcement.')
         LEFT JOIN ${schemaOf('announcements')}.states t
           ON t.announcement = looked.subject AND t.number = r.number
         LEFT JOIN ${schemaOf('sources')}.states s ON starts_with(looked.type, 'source.')
           AND s.id = looked.subject AND s.position = looked.position
         ORDER BY ${order}`,
        [...values, kinds?.length ? kinds : null, limit ?? null],
      ),
    );
  }
}

function windowOf({ kinds }: PublicLogFilter, limit: number): number {
  return kinds?.length ? Math.max(WINDOW, limit + 1) : limit + 1;
}

function cursorValues(cursor: { announcedAt: Instant; position: string } | null): (string | null)[] {
  return cursor ? [cursor.announcedAt, cursor.position] : [null, null];
}

function publicEvent(entry: Entry): PublicEvent {
  const { type, position, scope, backfill } = entry;
  const times = { announcedAt: entry.announced_at, recordedAt: entry.recorded_at };
  return { type, position, ...times, backfill, scope, data: dataOf(entry) };
}

function dataOf({ type, data, announcement, source }: Entry): Record<string, unknown> {
  if (type.startsWith('source.')) return { source };
  if (!type.startsWith('announcement.')) return data ?? {};
  return { ...data, announcement: announcement && announcementView(announcement) };
}
