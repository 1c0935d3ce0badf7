import { DomainError } from '../decider.js';
import { same } from '../same.js';
import type { AnnouncementCommand } from './announcement.commands.js';
import type { AnnouncementEvent, AnnouncementProposed, CorrectableField } from './announcement.events.js';
import { isPublished, type AnnouncementRecord, type Report } from './announcement.record.js';
import { correct } from './decide-mending.js';
import type { Reading } from './reading.js';

type Data<Type extends AnnouncementCommand['type']> = Extract<AnnouncementCommand, { type: Type }>['data'];
type Proposed = AnnouncementProposed['data'];

/**
 * Fields in which a new item can contradict a person's correction. The others are wording: another outlet's
 * headline does not dispute a corrected one.
 */
const CONTRADICTABLE = ['kind', 'phase', 'happens'] as const satisfies readonly CorrectableField[];

export function publish(data: Data<'PublishAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  const { reading, coverage, extractor } = data;
  if (record.reports[coverage.itemId]) return [];
  if (isPublished(record)) throw new DomainError('conflict', 'This announcement was published already.');
  return [
    {
      type: 'AnnouncementPublished',
      data: { reading, coverage, extractor, proposalId: null },
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

export function propose(data: Data<'ProposeAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  return proposeOnce({ ...data, contradicts: [] }, record);
}

export function accept(data: Data<'AcceptProposal'>, record: AnnouncementRecord): AnnouncementEvent[] {
  const proposal = requireProposal(data.proposalId, record);
  if (proposal.state === 'accepted') return [];
  if (proposal.state === 'rejected') throw new DomainError('conflict', 'This proposal was rejected already.');
  const accepted = acceptedEvent(proposal.data, isPublished(record));
  if (Object.keys(data.fields).length === 0) return [accepted];
  const { reading, coverage } = proposal.data;
  const report: Report = { eventId: '', announcedAt: reading.announcedAt, reading, coverage };
  const after = { ...record, reports: { ...record.reports, [coverage.itemId]: report } };
  return [accepted, ...correct({ fields: data.fields, reason: data.reason, effective: null }, after)];
}

function acceptedEvent(proposed: Proposed, published: boolean): AnnouncementEvent {
  const { proposalId, reading, coverage, extractor, match, contradicts } = proposed;
  const told = { reading, coverage, extractor, proposalId };
  const announcedAt = reading.announcedAt;
  if (!published) return { type: 'AnnouncementPublished', data: told, announcedAt };
  if (contradicts.length === 0 && match)
    return { type: 'CoverageAdded', data: { ...told, match }, announcedAt };
  const revision = { cause: 'new_report' as const, match, rereads: null, overrules: contradicts };
  return { type: 'AnnouncementRevised', data: { ...told, ...revision }, announcedAt };
}

export function reject(data: Data<'RejectProposal'>, record: AnnouncementRecord): AnnouncementEvent[] {
  const proposal = requireProposal(data.proposalId, record);
  if (proposal.state === 'rejected') return [];
  if (proposal.state === 'accepted') throw new DomainError('conflict', 'This proposal was accepted already.');
  return [{ type: 'ProposalRejected', data, announcedAt: null }];
}

function proposeOnce(data: Proposed, record: AnnouncementRecord): AnnouncementEvent[] {
  if (record.proposals[data.proposalId]) return [];
  const { proposalId, reading, coverage, extractor, match, contradicts } = data;
  const proposed = { proposalId, reading, coverage, extractor, match, contradicts };
  return [{ type: 'AnnouncementProposed', data: proposed, announcedAt: null }];
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

function requireProposal(proposalId: string, record: AnnouncementRecord) {
  const proposal = record.proposals[proposalId];
  if (!proposal) throw new DomainError('not_found', 'There is no such proposal.');
  return proposal;
}
