import type { AnnouncementState } from '#domain';
import type { Sql } from '#platform';
import { decodeCursor, encodeCursor, type Cursor } from '../queries/cursor.js';
import { Parameters } from '../queries/parameters.js';
import { iso } from '../runner/sql.js';
import {
  matchOf,
  momentParameters,
  type AnnouncementFilter,
  type Match,
  type TermsLike,
} from './announcement.filter.js';
import { wholeState } from './announcements.schema.js';
import { holdsAt, type PinnedMoment } from './moment.js';
import { ALL } from './terms.js';

export const ORDERS = ['announced', 'happens', 'recorded'] as const;
export type AnnouncementOrder = (typeof ORDERS)[number];

/** What is counted exactly at most. */
export const COUNT_LIMIT = 10_000;

export interface FoundPage {
  states: AnnouncementState[];
  next: string | null;
  total: number;
  totalIsMinimum: boolean;
}

/** Finds announcements in one set of the index's tables, at one moment. */
export class AnnouncementFinder {
  constructor(
    private readonly sql: Sql,
    private readonly schema: string,
    private readonly moment: PinnedMoment,
  ) {}

  /** One announcement, whatever its status, or null when nothing of it was announced or known. */
  async state(id: string): Promise<AnnouncementState | null> {
    const rows = await this.sql.query<{ state: AnnouncementState }>(
      `SELECT ${wholeState(this.schema, 't')} AS state FROM ${this.schema}.rectangles r JOIN ${this.schema}.states t USING (announcement, number)
       WHERE r.announcement = $1 AND ${holdsAt('r', '$2', '$3')}`,
      [id, this.moment.asOf, this.moment.knownAt],
    );
    return rows[0]?.state ?? null;
  }

  /** A page of those that match, newest first, and how many match in all. */
  async page(
    filter: AnnouncementFilter,
    order: AnnouncementOrder,
    limit: number,
    after: string | null,
  ): Promise<FoundPage> {
    const cursor = after === null ? null : decodeCursor(after, order);
    const [rows, total] = await Promise.all([
      this.rows(filter, order, limit + 1, cursor),
      this.count(filter),
    ]);
    const last = rows.length > limit ? rows[limit - 1]! : null;
    return {
      states: rows.slice(0, limit).map(({ state }) => state),
      next: last && encodeCursor({ order, key: last.key, id: last.state.id, knownAt: this.moment.knownAt }),
      total: Math.min(total, COUNT_LIMIT),
      totalIsMinimum: total > COUNT_LIMIT,
    };
  }

  /** How many match, counted to just beyond the limit. */
  async count(filter: AnnouncementFilter): Promise<number> {
    const { parameters, match, at } = await this.begin(filter);
    const [row] = await this.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM
         (SELECT 1 FROM ${this.from(match, at, parameters, '', COUNT_LIMIT + 1)} LIMIT ${COUNT_LIMIT + 1}) counted`,
      parameters.values,
    );
    return row!.count;
  }

  /** SQL that gives the ids (`announcement`) of all that match, with its values. */
  async matching(filter: AnnouncementFilter): Promise<{ text: string; parameters: Parameters; at: At }> {
    const { parameters, match, at } = await this.begin(filter);
    return { text: `SELECT s.announcement FROM ${this.spans(match, at, parameters)}`, parameters, at };
  }

  private async begin(filter: AnnouncementFilter) {
    const parameters = new Parameters();
    const at = momentParameters(parameters, this.moment);
    const termsLike: TermsLike = (dimension, part) => this.termsLike(dimension, part);
    const match = await matchOf(filter, { schema: this.schema, ...at, parameters, termsLike });
    return { parameters, at, match };
  }

  private async rows(
    filter: AnnouncementFilter,
    order: AnnouncementOrder,
    limit: number,
    cursor: Cursor | null,
  ): Promise<{ key: string; state: AnnouncementState }[]> {
    const { parameters, match, at } = await this.begin(filter);
    const text =
      order === 'announced'
        ? this.byAnnounced(match, at, parameters, cursor, limit)
        : this.byRectangle(KEYS[order], match, at, parameters, cursor, limit);
    return this.sql.query(
      `WITH page AS MATERIALIZED (${text})
       SELECT page.key, ${wholeState(this.schema, 't')} AS state FROM page
       JOIN LATERAL (SELECT r.number FROM ${this.schema}.rectangles r
         WHERE r.announcement = page.announcement AND ${holdsAt('r', at.asOf, at.knownAt)} LIMIT 1) r ON true
       JOIN ${this.schema}.states t ON t.announcement = page.announcement AND t.number = r.number
       ORDER BY page.place`,
      parameters.values,
    );
  }

  private byAnnounced(
    match: Match,
    at: At,
    parameters: Parameters,
    cursor: Cursor | null,
    limit: number,
  ): string {
    const beyond = cursor
      ? `AND (s.announced_at, s.announcement) < (${parameters.add(cursor.key)}::timestamptz, ${parameters.add(cursor.id)})`
      : '';
    const from = this.from(match, at, parameters, beyond, limit);
    const order = isPlain(match) ? 'd.day DESC, ' : '';
    return `SELECT s.announcement, ${iso('s.announced_at')} AS key,
        row_number() OVER (ORDER BY s.announced_at DESC, s.announcement DESC) AS place FROM (
          SELECT s.announcement, s.announced_at FROM ${from}
          ORDER BY ${order}s.announced_at DESC, s.announcement DESC LIMIT ${limit}) s`;
  }

  private byRectangle(
    key: string,
    match: Match,
    at: At,
    parameters: Parameters,
    cursor: Cursor | null,
    limit: number,
  ): string {
    const beyond = cursor
      ? `WHERE (key, announcement) < (${parameters.add(cursor.key)}::timestamptz, ${parameters.add(cursor.id)})`
      : '';
    const rectangle = `JOIN ${this.schema}.rectangles k
      ON k.announcement = s.announcement AND ${holdsAt('k', at.asOf, at.knownAt)}`;
    return `SELECT announcement, ${iso('key')} AS key,
        row_number() OVER (ORDER BY key DESC, announcement DESC) AS place
      FROM (SELECT s.announcement, ${key} AS key FROM ${this.spans(match, at, parameters, rectangle)}) keyed ${beyond}
      ORDER BY place LIMIT ${limit}`;
  }

  /**
   * Spans in sight. Where nothing else narrows them down they are reached day by day, so that days whose every
   * span lies beyond the moment cost one row and not all of theirs; the limit holds the planner to that order.
   */
  private from(match: Match, at: At, parameters: Parameters, beyond: string, limit: number): string {
    if (!isPlain(match)) return `${this.spans(match, at, parameters)} ${beyond}`;
    return `(SELECT day FROM ${this.schema}.days
        WHERE known_from <= ${at.knownAt}::bigint AND announced_from <= ${at.asOf}::timestamptz
        ORDER BY day DESC) d
      CROSS JOIN LATERAL (SELECT s.announcement, s.announced_at FROM ${this.schema}.spans s
        WHERE s.term = '${ALL}' AND s.announced_at >= d.day::timestamp AT TIME ZONE 'UTC'
          AND s.announced_at < (d.day + 1)::timestamp AT TIME ZONE 'UTC'
          AND ${holdsAt('s', at.asOf, at.knownAt)} ${beyond}
          ORDER BY s.announced_at DESC, s.announcement DESC LIMIT ${limit}) s`;
  }

  private spans(match: Match, at: At, parameters: Parameters, join = ''): string {
    const driving = parameters.add(match.driving.length === 1 ? match.driving[0] : match.driving);
    const term = match.driving.length === 1 ? `s.term = ${driving}` : `s.term = ANY(${driving}::text[])`;
    return `${this.schema}.spans s ${join} WHERE ${[term, holdsAt('s', at.asOf, at.knownAt), ...match.conditions].join(' AND ')}`;
  }

  /** Place and organisation: any name that has the part. Activity: itself and everything under it. */
  private async termsLike(dimension: string, part: string): Promise<string[]> {
    const wanted = part.normalize('NFKC').toLowerCase();
    const rows = await this.sql.query<{ term: string }>(
      `SELECT term FROM ${this.schema}.terms WHERE term LIKE $1 || '=%' AND CASE WHEN $1 = 'activity'
         THEN term = 'activity=' || $2 OR starts_with(term, 'activity=' || $2 || '/')
         ELSE position($3 IN lower(normalize(substr(term, length($1) + 2), NFKC))) > 0 END`,
      [dimension, part, wanted],
    );
    return rows.map(({ term }) => term);
  }
}

type At = Record<'asOf' | 'knownAt', string>;

function isPlain({ driving, conditions }: Match): boolean {
  return conditions.length === 0 && driving.length === 1 && driving[0] === ALL;
}

/** What the other orders go by, of the rectangle `k` that holds. */
const KEYS = {
  happens: `coalesce(k.happens_start, k.happens_end, '0001-01-01')::timestamp AT TIME ZONE 'UTC'`,
  recorded: 'k.recorded_at',
} as const;
