import type { Recorded, SourceEvent, SourceSettings } from '#domain';
import type { Sql } from '#platform';
import { registrableDomain } from '../fetch/registrable-domain.js';
import type { SourceSchedule } from './source-schedule.js';

/**
 * Brings the schedule in line with an event of a source, within the caller's transaction. Handling an event
 * twice is harmless; events of one source come in log order.
 */
export async function applySourceEvent(
  schedule: SourceSchedule,
  sourceId: string,
  event: Recorded<SourceEvent>,
  sql: Sql,
): Promise<void> {
  switch (event.type) {
    case 'SourceFollowed':
      if (event.data.kind !== 'hand') await schedule.follow(sourceId, event.data, event.recordedAt, sql);
      return;
    case 'SourceChanged':
      return change(sql, sourceId, event.data);
    case 'SourceMoved':
      return change(sql, sourceId, { url: event.data.to });
    case 'SourcePaused':
    case 'SourceUnfollowed':
      return activate(sql, sourceId, false);
    case 'SourceResumed':
      return activate(sql, sourceId, true, event.recordedAt);
    case 'SourceBroke':
    case 'SourceRecovered':
    case 'GapSuspected':
      return;
  }
}

/** Another address is another document: its validators and the sightings of a move no longer count. */
async function change(sql: Sql, sourceId: string, settings: Partial<SourceSettings>): Promise<void> {
  await sql.query('UPDATE source_schedule SET settings = settings || $2::jsonb WHERE source_id = $1', [
    sourceId,
    JSON.stringify(settings),
  ]);
  if (settings.url === undefined) return;
  await sql.query(
    `UPDATE source_schedule SET domain = $2, etag = NULL, last_modified = NULL, moved_to = NULL,
       moved_since = NULL, moved_sightings = 0, failures = 0, gone = 0 WHERE source_id = $1`,
    [sourceId, registrableDomain(settings.url ?? '')],
  );
}

async function activate(
  sql: Sql,
  sourceId: string,
  active: boolean,
  at: string | null = null,
): Promise<void> {
  await sql.query(
    `UPDATE source_schedule SET active = $2, next_poll_at = coalesce($3, next_poll_at),
       next_poll_reason = CASE WHEN $2 THEN 'just resumed' ELSE next_poll_reason END,
       failures = CASE WHEN $2 THEN 0 ELSE failures END, gone = CASE WHEN $2 THEN 0 ELSE gone END
     WHERE source_id = $1 AND active <> $2`,
    [sourceId, active, at],
  );
}
