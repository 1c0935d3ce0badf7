import type { Instant } from '#domain';
import type { Sql } from '#platform';
import type { AfterPoll } from '../poll/after-poll.js';
import type { ScheduledSource } from './scheduled-source.js';

const SAVE = `
  UPDATE source_schedule SET next_poll_at = $3, next_poll_reason = $4, interval_seconds = $5, etag = $6,
    last_modified = $7, failures = $8, gone = $9, broken = $10, gap = $11, last_error = $12, last_attempt_at = $13,
    last_fetched_at = CASE WHEN $12::text IS NULL THEN $13::timestamptz ELSE last_fetched_at END,
    newest_item_at = greatest(newest_item_at, $14::timestamptz),
    moved_to = $15, moved_since = $16, moved_sightings = $17, claim_token = NULL, claimed_until = NULL
  WHERE source_id = $1 AND claim_token = $2 AND settings->>'url' IS NOT DISTINCT FROM $18
  RETURNING 1`;

/**
 * Saves where a source stands and ends the claim. False when the claim had run out and passed on, or the
 * source got another address meanwhile: then the schedule keeps what it has.
 */
export async function saveSchedule(
  sql: Sql,
  source: ScheduledSource,
  after: AfterPoll,
  at: { now: Instant; newestItemAt: Instant | null },
): Promise<boolean> {
  const { next, validators, moved } = after;
  const rows = await sql.query(SAVE, [
    ...[source.sourceId, source.claim, next.at, next.reason, Math.round(next.interval)],
    ...[validators.etag, validators.lastModified, after.failures, after.gone, after.broken, after.gap],
    ...[after.error, at.now, at.newestItemAt],
    ...[moved?.to ?? null, moved?.since ?? null, moved?.sightings ?? 0, source.settings.url],
  ]);
  if (rows.length > 0) return true;
  await sql.query(
    'UPDATE source_schedule SET claim_token = NULL, claimed_until = NULL WHERE source_id = $1 AND claim_token = $2',
    [source.sourceId, source.claim],
  );
  return false;
}

/** Leaves a domain alone until `until`: every source on it. */
export async function pauseDomain(sql: Sql, domain: string, until: Instant): Promise<void> {
  await sql.query(
    `INSERT INTO domain_pauses (domain, until) VALUES ($1, $2)
     ON CONFLICT (domain) DO UPDATE SET until = greatest(domain_pauses.until, excluded.until)`,
    [domain, until],
  );
}
