import { dayOf, type Instant } from '#domain';
import type { ScheduleRow } from './scheduled-source.js';

/** How a source is doing, for people. */
export interface SourceHealth {
  sourceId: string;
  health: 'ok' | 'failing' | 'gap_suspected' | 'stale' | 'paused';
  /** Why it is not ok and what to do, in a sentence or two; null while it is. */
  healthReason: string | null;
  lastFetchedAt: Instant | null;
  nextPollAt: Instant | null;
  nextPollReason: string | null;
  failures: number;
  /** Of the last attempt; null when it succeeded. */
  lastError: string | null;
}

/** A feed that parses but has told nothing for this long is shown as stale. */
const STALE_DAYS = 120;

/** How the source is doing at `now`. `waitUntil`: its domain asked to be left alone until then. */
export function healthOf(row: ScheduleRow & { wait_until?: Date | null }, now: Instant): SourceHealth {
  const [health, healthReason] = judged(row, now);
  const waits = row.wait_until != null && row.wait_until > row.next_poll_at;
  const nextPollAt = waits ? row.wait_until! : row.next_poll_at;
  return {
    ...{ sourceId: row.source_id, health, healthReason },
    lastFetchedAt: row.last_fetched_at?.toISOString() ?? null,
    nextPollAt: row.active ? nextPollAt.toISOString() : null,
    nextPollReason: row.active ? (waits ? WAITS : row.next_poll_reason) : null,
    failures: row.failures,
    lastError: row.last_error,
  };
}

const WAITS = 'a server of the same domain asked to be left alone';

function judged(row: ScheduleRow, now: Instant): [SourceHealth['health'], string | null] {
  if (!row.active) return ['paused', row.pause_reason ?? 'Paused: resume it to poll it again.'];
  if (row.failures > 0) return ['failing', row.last_error];
  if (row.gap) return ['gap_suspected', GAP];
  const newest = row.newest_item_at;
  if (newest === null || Date.parse(now) - newest.getTime() <= STALE_DAYS * 86_400_000) return ['ok', null];
  return ['stale', stale(dayOf(newest.toISOString(), row.settings.tz))];
}

const GAP =
  'The last fetch held nothing that was known: items may have come and gone unseen. It is polled more often ' +
  'until one overlaps with what is known; what was missed can be given by hand.';

function stale(day: string): string {
  return (
    `It answers as it should, but the newest it tells is of ${day}. Nobody may write to it any more: look for ` +
    'the feed that took its place, or unfollow it.'
  );
}
