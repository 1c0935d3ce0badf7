import { DomainError } from '../decider.js';
import { same } from '../same.js';
import type { AnnouncementCommand } from './announcement.commands.js';
import type { AnnouncementEvent, CorrectableField } from './announcement.events.js';
import { isPublished, type AnnouncementRecord, type Report } from './announcement.record.js';
import { proposeOnce } from './decide-proposals.js';
import type { Reading } from './reading.js';

type Data<Type extends AnnouncementCommand['type']> = Extract<AnnouncementCommand, { type: Type }>['data'];

/**
 * Fields in which a new item can contradict a person's correction. The others are wording: another outlet's
 * headline does not dispute a corrected one.
 */
const CONTRADICTABLE = ['kind', 'phase', 'happens'] as const satisfies readonly CorrectableField[];

export function publish(data: Data<'PublishAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  const { reading, coverage, extractor, match } = data;
  if (record.reports[coverage.itemId]) return [];
  if (isPublished(record)) throw new DomainError('conflict', 'This announcement was published already.');
  return [
    {
      type: 'AnnouncementPublished',
      data: { reading, coverage, extractor, proposalId: null, ...(match && { match }) },
      announcedAt: reading.announcedAt,
    },
  ];
}

export function cover(data: Data<'AddCoverage'>, record: AnnouncementRecord): AnnouncementEvent[] {
  requirePublished(record);
  const { reading, coverage, extractor, match } = data;
  if (record.reports[coverage.itemId]) return [];
  refuseForbidden(record, coverage.itemId);
  const contradicts = contradictions(reading, coverage.itemId, record);
  if (contradicts.length > 0)
    return proposeOnce({ ...data, proposalId: proposalOf(data), contradicts }, record);
  return [
    {
      type: 'CoverageAdded',
      data: { reading, coverage, extractor, match, proposalId: null },
      announcedAt: reading.announcedAt,
    },
  ];
}

export function revise(data: Data<'ReviseAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  requirePublished(record);
  const { cause, reading, coverage, extractor, match } = data;
  const report = record.reports[coverage.itemId];
  if (report && same(report.reading, reading)) return [];
  refuseForbidden(record, coverage.itemId);
  const reread = cause === 'better_extraction' ? requireReport(report) : null;
  const contradicts = reread ? [] : contradictions(reading, coverage.itemId, record);
  if (contradicts.length > 0)
    return proposeOnce({ ...data, proposalId: proposalOf(data), contradicts }, record);
  const rereads = reread?.eventId ?? null;
  return [
    {
      type: 'AnnouncementRevised',
      data: { cause, reading, coverage, extractor, match, rereads, overrules: [], proposalId: null },
      announcedAt: reread ? reread.announcedAt : data.revisedAt,
    },
  ];
}

/** A contradiction is proposed once for each revision of the item that contradicts. */
function proposalOf({ coverage }: { coverage: { itemId: string; itemRevision: number } }): string {
  return `${coverage.itemId}.${coverage.itemRevision}`;
}

function contradictions(
  reading: Reading,
  itemId: string,
  { corrections }: AnnouncementRecord,
): CorrectableField[] {
  return CONTRADICTABLE.filter((field) => {
    const correction = corrections[field];
    if (!correction || correction.saw.includes(itemId) || reading[field] === null) return false;
    return !same(correction.value, reading[field]);
  });
}

function requirePublished(record: AnnouncementRecord): void {
  if (!isPublished(record)) throw new DomainError('not_found', 'There is no such announcement.');
}

function refuseForbidden(record: AnnouncementRecord, itemId: string): void {
  if (!record.forbidden.includes(itemId)) return;
  throw new DomainError(
    'conflict',
    `A person decided that item ${itemId} does not report this announcement.`,
  );
}

function requireReport(report: Report | undefined): Report {
  if (!report)
    throw new DomainError('conflict', 'Better extraction re-reads items that cover the announcement.');
  return report;
}
