import type { Recorded, SourceEvent, SourceSettings } from '#domain';
import type { Sql } from '#platform';
import { hostOf, registrableDomain } from '../fetch/registrable-domain.js';
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
      return stop(sql, sourceId, event.data.reason);
    case 'SourceResumed':
      return resume(sql, sourceId, event.recordedAt);
    case 'SourceBroke':
    case 'SourceRecovered':
    case 'GapSuspected':
      return;
  }
}

/** Another address is another document: its validators and the sightings of a move no longer count. */
async function change(sql: Sql, sourceId: string, settings: Partial<SourceSettings>): Promise<void> {
  await sql.query(
    `UPDATE source_schedule SET settings = settings || $2::jsonb, body_mark = NULL, items_mark = NULL
     WHERE source_id = $1`,
    [sourceId, JSON.stringify(settings)],
  );
  if (settings.url === undefined) return;
  const url = settings.url ?? '';
  await sql.query(
    `UPDATE source_schedule SET domain = $2, host = $3, etag = NULL, last_modified = NULL, moved_to = NULL,
       moved_since = NULL, moved_sightings = 0, failures = 0, gone = 0 WHERE source_id = $1`,
    [sourceId, registrableDomain(url), hostOf(url)],
  );
}

async function stop(sql: Sql, sourceId: string, reason: string): Promise<void> {
  await sql.query('UPDATE source_schedule SET active = false, pause_reason = $2 WHERE source_id = $1', [
    sourceId,
    reason,
  ]);
}

async function resume(sql: Sql, sourceId: string, at: string): Promise<void> {
  await sql.query(
    `UPDATE source_schedule SET active = true, pause_reason = NULL, next_poll_at = $2,
       next_poll_reason = 'just resumed', failures = 0, gone = 0
     WHERE source_id = $1 AND NOT active`,
    [sourceId, at],
  );
}
