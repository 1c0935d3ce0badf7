import type { Instant, SourceSettings } from '#domain';
import type { Database, Sql } from '#platform';
import { hostOf, registrableDomain } from '../fetch/registrable-domain.js';
import { DEFAULT_INTERVAL } from './next-poll.js';
import type { ScheduleRow } from './scheduled-source.js';
import { healthOf, type SourceHealth } from './source-health.js';

/** Sources overdue for longer than this at start were missed while nothing ran. */
const OVERDUE_MS = 10 * 60_000;

const FOLLOW = `
  INSERT INTO source_schedule (source_id, settings, domain, host, next_poll_at, next_poll_reason, interval_seconds)
  VALUES ($1, $2, $3, $4, $5, 'never polled yet', $6)
  ON CONFLICT (source_id) DO UPDATE SET settings = $2, domain = $3, host = $4, active = true, pause_reason = NULL,
    etag = CASE WHEN source_schedule.settings->>'url' = $2::jsonb->>'url' THEN source_schedule.etag END,
    last_modified = CASE WHEN source_schedule.settings->>'url' = $2::jsonb->>'url' THEN source_schedule.last_modified END`;

const SPREAD = `
  WITH overdue AS (
    SELECT source_id, row_number() OVER (ORDER BY md5(source_id)) AS place, count(*) OVER () AS n
    FROM source_schedule WHERE active AND next_poll_at < $1::timestamptz - $2 * interval '1 ms')
  UPDATE source_schedule s SET next_poll_at = $1::timestamptz + (o.place - 1) * (least(n * 0.1, 600) / n) * interval '1 s'
  FROM overdue o WHERE o.source_id = s.source_id RETURNING 1`;

const HEALTH = `
  SELECT s.*, (SELECT until FROM domain_pauses p WHERE p.domain = s.domain AND p.until > $2) AS wait_until
  FROM source_schedule s WHERE $1::text[] IS NULL OR source_id = ANY ($1) ORDER BY source_id`;

/** When each source is polled next. Stands in the database: any number of pollers share it, restarts keep it. */
export class SourceSchedule {
  constructor(private readonly database: Database) {}

  /** Takes up a source, due at `at`; one that is there already gets the settings and keeps its time. */
  async follow(
    sourceId: string,
    settings: SourceSettings,
    at: Instant,
    sql: Sql = this.database,
  ): Promise<void> {
    const url = settings.url ?? '';
    const place = [registrableDomain(url), hostOf(url)];
    await sql.query(FOLLOW, [sourceId, JSON.stringify(settings), ...place, at, DEFAULT_INTERVAL]);
  }

  /** Spreads what is long overdue over a window, a tenth of a second for each source, at most ten minutes. */
  async spreadOverdue(now: Instant): Promise<number> {
    return (await this.database.query(SPREAD, [now, OVERDUE_MS])).length;
  }

  /** Forgets every validator, so that the next poll of each source reads it whole (after a restore). */
  async forgetValidators(): Promise<void> {
    await this.database.query(
      'UPDATE source_schedule SET etag = NULL, last_modified = NULL, body_mark = NULL, items_mark = NULL',
    );
  }

  /** How sources are doing; all of them without ids. */
  async health(now: Instant, sourceIds?: string[]): Promise<SourceHealth[]> {
    const rows = await this.database.query<ScheduleRow & { wait_until: Date | null }>(HEALTH, [
      sourceIds ?? null,
      now,
    ]);
    return rows.map((row) => healthOf(row, now));
  }
}
