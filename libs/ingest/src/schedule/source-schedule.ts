import { randomUUID } from 'node:crypto';
import type { Instant, SourceSettings } from '#domain';
import type { Database, Sql } from '#platform';
import { registrableDomain } from '../fetch/registrable-domain.js';
import { DEFAULT_INTERVAL } from './next-poll.js';
import {
  healthOf,
  sourceOf,
  type ScheduledSource,
  type ScheduleRow,
  type SourceHealth,
} from './scheduled-source.js';

/** A poll that must not start now, and until when. */
export class PollRefusedError extends Error {
  constructor(
    readonly reason: 'unknown' | 'paused' | 'busy' | 'asked_to_wait',
    readonly until: Instant | null,
  ) {
    super(REFUSALS[reason] + (until === null ? '' : ` (until ${until})`));
    this.name = 'PollRefusedError';
  }
}
const REFUSALS = {
  unknown: 'The schedule knows no such source.',
  paused: 'The source is paused: resume it first.',
  busy: 'The source is being polled already.',
  asked_to_wait: 'The server asked to be left alone for a while.',
};

/** A claim outlives the longest poll; when its holder dies the source is due again after this. */
const CLAIM_MS = 5 * 60_000;
/** Sources overdue for longer than this at start were missed while nothing ran. */
const OVERDUE_MS = 10 * 60_000;

const DUE = `
  UPDATE source_schedule SET claim_token = $2, claimed_until = $3
  WHERE source_id IN (
    SELECT source_id FROM source_schedule s
    WHERE active AND next_poll_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
      AND NOT EXISTS (SELECT 1 FROM domain_pauses p WHERE p.domain = s.domain AND p.until > $1)
    ORDER BY next_poll_at LIMIT $4 FOR UPDATE SKIP LOCKED)
  RETURNING *`;

/** When each source is polled next. Stands in the database: any number of pollers share it, restarts keep it. */
export class SourceSchedule {
  constructor(private readonly database: Database) {}

  /** Claims up to `limit` due sources, longest due first; no two pollers ever get the same one. */
  async claimDue(limit: number, now: Instant): Promise<ScheduledSource[]> {
    const rows = await this.database.query<ScheduleRow>(DUE, [now, randomUUID(), claimEnd(now), limit]);
    return rows.map(sourceOf);
  }

  /** Claims one source whether it is due or not. Throws PollRefusedError. */
  async claim(sourceId: string, now: Instant): Promise<ScheduledSource> {
    const [row] = await this.database.query<ScheduleRow>(
      `UPDATE source_schedule s SET claim_token = $2, claimed_until = $3
       WHERE source_id = $1 AND active AND (claimed_until IS NULL OR claimed_until <= $4)
         AND NOT EXISTS (SELECT 1 FROM domain_pauses p WHERE p.domain = s.domain AND p.until > $4) RETURNING *`,
      [sourceId, randomUUID(), claimEnd(now), now],
    );
    if (row === undefined) throw await this.refusal(sourceId, now);
    return sourceOf(row);
  }

  /** Gives a claim back without having polled. */
  async release(source: ScheduledSource): Promise<void> {
    await this.database.query(
      'UPDATE source_schedule SET claimed_until = NULL, claim_token = NULL WHERE source_id = $1 AND claim_token = $2',
      [source.sourceId, source.claim],
    );
  }

  /** Takes up a source, due at `at`; one that is there already gets the settings and keeps its time. */
  async follow(
    sourceId: string,
    settings: SourceSettings,
    at: Instant,
    sql: Sql = this.database,
  ): Promise<void> {
    await sql.query(
      `INSERT INTO source_schedule (source_id, settings, domain, next_poll_at, next_poll_reason, interval_seconds)
       VALUES ($1, $2, $3, $4, 'never polled yet', $5)
       ON CONFLICT (source_id) DO UPDATE SET settings = $2, domain = $3, active = true,
         etag = CASE WHEN source_schedule.settings->>'url' = $2::jsonb->>'url' THEN source_schedule.etag END,
         last_modified = CASE WHEN source_schedule.settings->>'url' = $2::jsonb->>'url' THEN source_schedule.last_modified END`,
      [sourceId, JSON.stringify(settings), registrableDomain(settings.url ?? ''), at, DEFAULT_INTERVAL],
    );
  }

  /** Spreads what is long overdue over a window, a tenth of a second for each source, at most ten minutes. */
  async spreadOverdue(now: Instant): Promise<number> {
    const rows = await this.database.query(
      `WITH overdue AS (
         SELECT source_id, row_number() OVER (ORDER BY md5(source_id)) AS place, count(*) OVER () AS n
         FROM source_schedule WHERE active AND next_poll_at < $1::timestamptz - $2 * interval '1 ms')
       UPDATE source_schedule s SET next_poll_at = $1::timestamptz + (o.place - 1) * (least(n * 0.1, 600) / n) * interval '1 s'
       FROM overdue o WHERE o.source_id = s.source_id RETURNING 1`,
      [now, OVERDUE_MS],
    );
    return rows.length;
  }

  /** Forgets every validator, so that the next poll of each source reads it whole (after a restore). */
  async forgetValidators(): Promise<void> {
    await this.database.query('UPDATE source_schedule SET etag = NULL, last_modified = NULL');
  }

  /** How sources are doing; all of them without ids. */
  async health(now: Instant, sourceIds?: string[]): Promise<SourceHealth[]> {
    const rows = await this.database.query<ScheduleRow>(
      'SELECT * FROM source_schedule WHERE $1::text[] IS NULL OR source_id = ANY ($1) ORDER BY source_id',
      [sourceIds ?? null],
    );
    return rows.map((row) => healthOf(row, now));
  }

  /** Ends every claim at once. Only for who knows that whoever polled is dead, such as the owner of an embedded server. */
  async endClaims(): Promise<void> {
    await this.database.query(
      'UPDATE source_schedule SET claimed_until = NULL WHERE claimed_until IS NOT NULL',
    );
  }

  private async refusal(sourceId: string, now: Instant): Promise<PollRefusedError> {
    const [row] = await this.database.query<{
      active: boolean;
      claimed_until: Date | null;
      until: Date | null;
    }>(
      `SELECT active, claimed_until, (SELECT until FROM domain_pauses p WHERE p.domain = s.domain AND until > $2) AS until
       FROM source_schedule s WHERE source_id = $1`,
      [sourceId, now],
    );
    if (row === undefined) return new PollRefusedError('unknown', null);
    if (!row.active) return new PollRefusedError('paused', null);
    if (row.until !== null) return new PollRefusedError('asked_to_wait', row.until.toISOString());
    return new PollRefusedError('busy', row.claimed_until?.toISOString() ?? null);
  }
}

function claimEnd(now: Instant): Instant {
  return new Date(Date.parse(now) + CLAIM_MS).toISOString();
}
