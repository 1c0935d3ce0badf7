import type { Instant } from '../time/instant.js';
import type {
  AnnouncementEvent,
  AnnouncementProposed,
  CorrectableField,
  CorrectableFields,
} from './announcement.events.js';
import type { Coverage, Reading } from './reading.js';

/** The latest that one item said of the announcement, and the event that said so. */
export interface Report {
  eventId: string;
  announcedAt: Instant | null;
  reading: Reading;
  coverage: Coverage;
}

export interface Proposal {
  state: 'open' | 'accepted' | 'rejected';
  data: AnnouncementProposed['data'];
}

/** What the decider needs to know of an announcement's stream. */
export interface AnnouncementRecord {
  reports: Readonly<Record<string, Report>>;
  /** Corrections that stand, each field with the items it was made in view of. */
  corrections: Readonly<Partial<Record<CorrectableField, { value: unknown; saw: readonly string[] }>>>;
  proposals: Readonly<Record<string, Proposal>>;
  forbidden: readonly string[];
  withdrawn: boolean;
  mergedInto: string | null;
}

export const NOTHING_KNOWN: AnnouncementRecord = {
  reports: {},
  corrections: {},
  proposals: {},
  forbidden: [],
  withdrawn: false,
  mergedInto: null,
};

/** True once something was published in the stream; proposals alone do not count. */
export function isPublished(record: AnnouncementRecord): boolean {
  return Object.keys(record.reports).length > 0;
}

/** The record after an event. */
export function evolveRecord(
  record: AnnouncementRecord,
  event: AnnouncementEvent,
  id: string,
): AnnouncementRecord {
  switch (event.type) {
    case 'AnnouncementPublished':
    case 'CoverageAdded':
    case 'AnnouncementRevised':
      return withReport(record, event, id);
    case 'AnnouncementCorrected':
      return { ...record, corrections: { ...record.corrections, ...standing(event.data) } };
    case 'AnnouncementMerged':
      return { ...record, mergedInto: event.data.into };
    case 'AnnouncementSplit':
      return { ...record, reports: without(record.reports, event.data.coverage) };
    case 'MatchForbidden':
      return { ...record, forbidden: [...record.forbidden, event.data.item] };
    case 'AnnouncementWithdrawn':
      return withdrawnBy(record, event.data.proposalId);
    case 'AnnouncementProposed':
      return withProposal(record, event.data.proposalId, { state: 'open', data: event.data });
    case 'ProposalRejected':
      return decided(record, event.data.proposalId, 'rejected');
  }
}

function withdrawnBy(record: AnnouncementRecord, proposalId: string | undefined): AnnouncementRecord {
  const next = { ...record, withdrawn: true };
  return proposalId === undefined ? next : decided(next, proposalId, 'accepted');
}

type StatementEvent = Extract<AnnouncementEvent, { data: { reading: Reading; proposalId: string | null } }>;

function withReport(record: AnnouncementRecord, event: StatementEvent, id: string): AnnouncementRecord {
  const { reading, coverage, proposalId } = event.data as StatementEvent['data'] & {
    proposalId: string | null;
  };
  const overrules = event.type === 'AnnouncementRevised' ? event.data.overrules : [];
  const reports = {
    ...record.reports,
    [coverage.itemId]: { eventId: id, announcedAt: event.announcedAt, reading, coverage },
  };
  const next = { ...record, reports, corrections: without(record.corrections, overrules) };
  return proposalId === null ? next : decided(next, proposalId, 'accepted');
}

function standing({ fields, saw }: { fields: CorrectableFields; saw: string[] }) {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, saw }]));
}

function decided(
  record: AnnouncementRecord,
  proposalId: string,
  state: Proposal['state'],
): AnnouncementRecord {
  const proposal = record.proposals[proposalId];
  return proposal ? withProposal(record, proposalId, { ...proposal, state }) : record;
}

function withProposal(
  record: AnnouncementRecord,
  proposalId: string,
  proposal: Proposal,
): AnnouncementRecord {
  return { ...record, proposals: { ...record.proposals, [proposalId]: proposal } };
}

function without<Value extends object>(record: Value, keys: readonly string[]): Value {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))) as Value;
}
