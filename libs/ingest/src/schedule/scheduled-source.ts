import type { Instant, SourceSettings } from '#domain';
import type { Validators } from '../fetch/conditional-get.js';

/** A source as it stands in the schedule, claimed by one poller. */
export interface ScheduledSource {
  sourceId: string;
  settings: SourceSettings;
  /** Host and port it is asked at: one lane of polls. */
  host: string;
  /** Proves the claim: what is settled with an outdated one does not move the schedule. */
  claim: string;
  validators: Validators;
  /** Seconds between the last polls. */
  interval: number;
  /** What the document asked to be left alone for when it was last read, in seconds: a 304 repeats it. */
  feedHint: number | null;
  /** Of the last document that was taken whole: the same again holds nothing new. */
  marks: Marks;
  failures: number;
  /** Consecutive answers of 410. */
  gone: number;
  broken: boolean;
  gap: boolean;
  lastFetchedAt: Instant | null;
  newestItemAt: Instant | null;
  moved: Moved | null;
}

/** Digests of a document and of the items in it, each with all that decides what is made of them. */
export interface Marks {
  body: string | null;
  items: string | null;
}

export const NO_MARKS: Marks = { body: null, items: null };

/** A permanent redirect seen repeatedly, not adopted yet. */
export interface Moved {
  to: string;
  since: Instant;
  sightings: number;
}

export interface ScheduleRow {
  source_id: string;
  settings: SourceSettings;
  host: string;
  active: boolean;
  claim_token: string;
  etag: string | null;
  last_modified: string | null;
  interval_seconds: number;
  feed_hint_seconds: number | null;
  body_mark: string | null;
  items_mark: string | null;
  failures: number;
  gone: number;
  broken: boolean;
  gap: boolean;
  last_error: string | null;
  last_fetched_at: Date | null;
  newest_item_at: Date | null;
  next_poll_at: Date;
  next_poll_reason: string;
  pause_reason: string | null;
  moved_to: string | null;
  moved_since: Date | null;
  moved_sightings: number;
}

export function sourceOf(row: ScheduleRow): ScheduledSource {
  return {
    sourceId: row.source_id,
    settings: row.settings,
    host: row.host,
    claim: row.claim_token,
    validators: { etag: row.etag, lastModified: row.last_modified },
    interval: row.interval_seconds,
    feedHint: row.feed_hint_seconds,
    marks: { body: row.body_mark, items: row.items_mark },
    failures: row.failures,
    gone: row.gone,
    broken: row.broken,
    gap: row.gap,
    lastFetchedAt: row.last_fetched_at?.toISOString() ?? null,
    newestItemAt: row.newest_item_at?.toISOString() ?? null,
    moved: movedOf(row),
  };
}

function movedOf(row: ScheduleRow): Moved | null {
  if (row.moved_to === null || row.moved_since === null) return null;
  return { to: row.moved_to, since: row.moved_since.toISOString(), sightings: row.moved_sightings };
}
