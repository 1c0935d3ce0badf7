import type { Instant, SourceSettings } from '#domain';
import type { Validators } from '../fetch/conditional-get.js';

/** A source as it stands in the schedule, claimed by one poller. */
export interface ScheduledSource {
  sourceId: string;
  settings: SourceSettings;
  /** Proves the claim: what is settled with an outdated one does not move the schedule. */
  claim: string;
  validators: Validators;
  /** Seconds between the last polls. */
  interval: number;
  failures: number;
  /** Consecutive answers of 410. */
  gone: number;
  broken: boolean;
  gap: boolean;
  lastFetchedAt: Instant | null;
  newestItemAt: Instant | null;
  moved: Moved | null;
}

/** A permanent redirect seen repeatedly, not adopted yet. */
export interface Moved {
  to: string;
  since: Instant;
  sightings: number;
}

/** How a source is doing, for people. */
export interface SourceHealth {
  sourceId: string;
  health: 'ok' | 'failing' | 'gap_suspected' | 'stale' | 'paused';
  lastFetchedAt: Instant | null;
  nextPollAt: Instant | null;
  nextPollReason: string | null;
  failures: number;
  lastError: string | null;
}

export interface ScheduleRow {
  source_id: string;
  settings: SourceSettings;
  active: boolean;
  claim_token: string;
  etag: string | null;
  last_modified: string | null;
  interval_seconds: number;
  failures: number;
  gone: number;
  broken: boolean;
  gap: boolean;
  last_error: string | null;
  last_fetched_at: Date | null;
  newest_item_at: Date | null;
  next_poll_at: Date;
  next_poll_reason: string;
  moved_to: string | null;
  moved_since: Date | null;
  moved_sightings: number;
}

/** A feed that parses but has told nothing for this long is shown as stale. */
const STALE_MS = 120 * 86_400_000;

export function sourceOf(row: ScheduleRow): ScheduledSource {
  return {
    sourceId: row.source_id,
    settings: row.settings,
    claim: row.claim_token,
    validators: { etag: row.etag, lastModified: row.last_modified },
    interval: row.interval_seconds,
    failures: row.failures,
    gone: row.gone,
    broken: row.broken,
    gap: row.gap,
    lastFetchedAt: instant(row.last_fetched_at),
    newestItemAt: instant(row.newest_item_at),
    moved: movedOf(row),
  };
}

/** How the source is doing at `now`. */
export function healthOf(row: ScheduleRow, now: Instant): SourceHealth {
  return {
    sourceId: row.source_id,
    health: healthName(row, now),
    lastFetchedAt: instant(row.last_fetched_at),
    nextPollAt: row.active ? instant(row.next_poll_at) : null,
    nextPollReason: row.active ? row.next_poll_reason : null,
    failures: row.failures,
    lastError: row.last_error,
  };
}

function healthName(row: ScheduleRow, now: Instant): SourceHealth['health'] {
  if (!row.active) return 'paused';
  if (row.failures > 0) return 'failing';
  if (row.gap) return 'gap_suspected';
  const newest = row.newest_item_at;
  return newest !== null && Date.parse(now) - newest.getTime() > STALE_MS ? 'stale' : 'ok';
}

function movedOf(row: ScheduleRow): Moved | null {
  if (row.moved_to === null || row.moved_since === null) return null;
  return { to: row.moved_to, since: row.moved_since.toISOString(), sightings: row.moved_sightings };
}

function instant(date: Date | null): Instant | null {
  return date === null ? null : date.toISOString();
}
