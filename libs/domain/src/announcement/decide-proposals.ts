import { DomainError } from '../decider.js';
import type { AnnouncementCommand } from './announcement.commands.js';
import type { AnnouncementEvent, AnnouncementProposed, Withdrawal } from './announcement.events.js';
import { isPublished, type AnnouncementRecord, type Proposal, type Report } from './announcement.record.js';
import { correct } from './decide-mending.js';

type Data<Type extends AnnouncementCommand['type']> = Extract<AnnouncementCommand, { type: Type }>['data'];
type Proposed = AnnouncementProposed['data'];

export function propose(data: Data<'ProposeAnnouncement'>, record: AnnouncementRecord): AnnouncementEvent[] {
  return proposeOnce({ ...data, contradicts: [] }, record);
}

/** Nothing to ask where another item still states it, or it was withdrawn. */
export function proposeWithdrawal(
  data: Data<'ProposeWithdrawal'>,
  record: AnnouncementRecord,
): AnnouncementEvent[] {
  const own = record.reports[data.coverage.itemId];
  if (own === undefined || Object.keys(record.reports).length > 1 || record.withdrawn) return [];
  return proposeOnce({ ...data, match: null, contradicts: [] }, record);
}

export function accept(data: Data<'AcceptProposal'>, record: AnnouncementRecord): AnnouncementEvent[] {
  const proposal = requireProposal(data.proposalId, record);
  if (proposal.state === 'accepted') return [];
  if (proposal.state === 'rejected') throw new DomainError('conflict', 'This proposal was rejected already.');
  const { withdrawal } = proposal.data;
  if (withdrawal) return withdrawn(data, withdrawal, record);
  const accepted = acceptedEvent(proposal.data, isPublished(record));
  if (Object.keys(data.fields).length === 0) return [accepted];
  const { reading, coverage } = proposal.data;
  const report: Report = { eventId: '', announcedAt: reading.announcedAt, reading, coverage };
  const after = { ...record, reports: { ...record.reports, [coverage.itemId]: report } };
  return [accepted, ...correct({ fields: data.fields, reason: data.reason, effective: null }, after)];
}

function withdrawn(
  { proposalId, fields }: Data<'AcceptProposal'>,
  { reason, effective }: Withdrawal,
  record: AnnouncementRecord,
): AnnouncementEvent[] {
  if (Object.keys(fields).length > 0)
    throw new DomainError('invalid', 'What is withdrawn has no fields to correct.', '/fields');
  if (record.withdrawn) throw new DomainError('conflict', 'This announcement was withdrawn already.');
  return [{ type: 'AnnouncementWithdrawn', data: { reason, effective, proposalId }, announcedAt: effective }];
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

/** A reading is proposed once under an id, whatever was decided of it. */
export function proposeOnce(data: Proposed, record: AnnouncementRecord): AnnouncementEvent[] {
  if (record.proposals[data.proposalId]) return [];
  const { proposalId, reading, coverage, extractor, match, contradicts, withdrawal } = data;
  const told = { proposalId, reading, coverage, extractor, match, contradicts };
  const proposed = withdrawal === undefined ? told : { ...told, withdrawal };
  return [{ type: 'AnnouncementProposed', data: proposed, announcedAt: null }];
}

function requireProposal(proposalId: string, record: AnnouncementRecord): Proposal {
  const proposal = record.proposals[proposalId];
  if (!proposal) throw new DomainError('not_found', 'There is no such proposal.');
  return proposal;
}
