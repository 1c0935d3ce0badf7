import type { AnnouncementCommand, Coverage, Instant, Match, Reading } from '#domain';
import type { Decision } from '../match/decide.js';
import type { KnownNames } from '../match/known-names.js';
import { readsOtherwise, saysSomethingElse } from './material-change.js';
import { reportsOtherwise } from './new-report.js';
import type { KnownAnnouncement } from './known-announcements.port.js';

/** A statement with where it stands and how it is read. */
export interface Report {
  reading: Reading;
  coverage: Coverage;
  extractor: string;
  /** When the item's edit was told. */
  editedAt: Instant;
  /** The text is known already and only read better. */
  rereading: boolean;
}

/** The command a decided statement leads to; null when the announcement already says so. */
export function commandFor(
  report: Report,
  decision: Decision,
  names: KnownNames,
): AnnouncementCommand | null {
  const { reading, coverage, extractor } = report;
  const told = { reading, coverage, extractor };
  const match = { rule: decision.rule, score: decision.score };
  if (decision.outcome === 'new') return { type: 'PublishAnnouncement', data: { ...told, match } };
  const { announcement } = decision;
  if (coveredBy(announcement, coverage.itemId)) return revisionByItself(report, announcement, match);
  if (!reportsOtherwise(announcement.state, reading, names))
    return { type: 'AddCoverage', data: { ...told, match } };
  const revisedAt = reading.announcedAt;
  return { type: 'ReviseAnnouncement', data: { ...told, cause: 'new_report', match, revisedAt } };
}

export function coveredBy({ state }: KnownAnnouncement, itemId: string): Coverage | undefined {
  return state.coverage.find((one) => one.itemId === itemId);
}

/** The item covers the announcement already: it was edited, or is read better, or says nothing else. */
function revisionByItself(
  { reading, coverage, extractor, editedAt, rereading }: Report,
  announcement: KnownAnnouncement,
  match: Match,
): AnnouncementCommand | null {
  const before = announcement.reports?.[coverage.itemId] ?? announcement.state;
  const known = coveredBy(announcement, coverage.itemId)?.itemRevision ?? -1;
  if (!rereading && known >= coverage.itemRevision) return null;
  const otherwise = rereading ? readsOtherwise(before, reading) : saysSomethingElse(before, reading);
  if (!otherwise) return null;
  const cause = rereading ? ('better_extraction' as const) : ('source_edit' as const);
  const data = { reading, coverage, extractor, cause, match, revisedAt: editedAt };
  return { type: 'ReviseAnnouncement', data };
}
