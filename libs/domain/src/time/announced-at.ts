import type { AnnouncedAtBasis, InstantPrecision } from '../announcement/kinds.js';
import type { Happens } from '../announcement/reading.js';
import { dayOf, dayStart, daysBetween } from './day.js';
import type { Day, Instant } from './instant.js';

/** A fact that began longer than this before it was told was not announced by that telling. */
const TOLD_AFTERWARDS_DAYS = 60;

export interface AnnouncedAt {
  announcedAt: Instant;
  basis: AnnouncedAtBasis;
  precision: InstantPrecision;
}

export interface AnnouncedAtEvidence {
  /** The time the item states; null when it states none that can be read. */
  stated: { instant: Instant; precision: 'instant' | 'day' } | null;
  /** What the item wrote as its time, when it wrote anything. */
  statedRaw: string | null;
  /** The latest day-precise past day the document itself tells. */
  documentDay: Day | null;
  receivedAt: Instant;
  happens: Happens | null;
  /** IANA zone in which days are meant. */
  tz: string;
}

/**
 * When the world was told of a fact, and how that is known (design: "announcedAt of a reading and its basis").
 * Never after `receivedAt`.
 */
export function dateAnnouncement(evidence: AnnouncedAtEvidence): AnnouncedAt {
  const told = whenTold(evidence);
  const begun = latestBeginning(evidence.happens);
  if (begun === null || !evidence.happens) return told;
  if (daysBetween(begun, dayOf(told.announcedAt, evidence.tz)) <= TOLD_AFTERWARDS_DAYS) return told;
  return {
    announcedAt: dayStart(begun, evidence.tz),
    basis: 'happening',
    precision: evidence.happens.precision,
  };
}

function whenTold({ stated, statedRaw, documentDay, receivedAt, tz }: AnnouncedAtEvidence): AnnouncedAt {
  if (stated && stated.instant <= receivedAt) {
    return { announcedAt: stated.instant, basis: 'source', precision: stated.precision };
  }
  const statesSomething = stated !== null || (statedRaw !== null && statedRaw.trim() !== '');
  if (!statesSomething && documentDay !== null && dayStart(documentDay, tz) <= receivedAt) {
    return { announcedAt: dayStart(documentDay, tz), basis: 'document', precision: 'day' };
  }
  return { announcedAt: receivedAt, basis: 'received', precision: 'instant' };
}

/** The latest day on which it can have begun; for a month, quarter or year that is the last day of it. */
function latestBeginning(happens: Happens | null): Day | null {
  if (happens === null) return null;
  return happens.precision === 'day' ? (happens.start ?? happens.end) : (happens.end ?? happens.start);
}
