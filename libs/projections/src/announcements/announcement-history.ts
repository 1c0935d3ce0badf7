import {
  comparePositions,
  foldAnnouncement,
  type AnnouncementEvent,
  type Instant,
  type Recorded,
} from '#domain';
import { publicTypeOf } from '../log/public-types.js';
import { fieldChanges, type FieldChange } from './field-changes.js';

type Event = Recorded<AnnouncementEvent>;

/** One event of an announcement, what it changed and why. */
export interface HistoryEntry {
  /** Public type, e.g. `announcement.corrected`. */
  type: string;
  eventId: string;
  /** The announcement whose stream holds it: another one for what was merged in. */
  announcementId: string;
  revision: number;
  position: string;
  announcedAt: Instant | null;
  recordedAt: Instant;
  backfill: boolean;
  actor: string;
  changes: FieldChange[];
  why: Why;
}

/** Whatever of this the event says. */
export interface Why {
  reason?: string;
  cause?: string;
  rule?: string;
  score?: number;
  extractor?: string;
  itemId?: string;
  effective?: Instant | null;
}

/** Every event in the order of the log, each with what the announcement became through it as of `asOf`. */
export function historyOf(id: string, known: readonly Event[], asOf: Instant | null): HistoryEntry[] {
  const events = [...known].sort((a, b) => comparePositions(a.position, b.position));
  return events.map((event, at) => ({
    type: publicTypeOf(event.type).type,
    eventId: event.id,
    announcementId: event.stream.slice(event.stream.indexOf('-') + 1),
    revision: event.revision,
    position: event.position,
    announcedAt: event.announcedAt,
    recordedAt: event.recordedAt,
    backfill: event.backfill,
    actor: event.actor,
    changes: fieldChanges(
      foldAnnouncement(id, events.slice(0, at), asOf),
      foldAnnouncement(id, events.slice(0, at + 1), asOf),
    ),
    why: whyOf(event),
  }));
}

function whyOf(event: Event): Why {
  const { reason, cause, match, extractor, coverage, effective } = event.data as {
    reason?: string;
    cause?: string;
    match?: { rule: string; score: number } | null;
    extractor?: string;
    coverage?: { itemId: string } | string[];
    effective?: Instant | null;
  };
  return {
    ...(reason !== undefined && { reason }),
    ...(cause !== undefined && { cause }),
    ...(match && { rule: match.rule, score: match.score }),
    ...(extractor !== undefined && { extractor }),
    ...(coverage && !Array.isArray(coverage) && { itemId: coverage.itemId }),
    ...(effective !== undefined && { effective }),
  };
}
