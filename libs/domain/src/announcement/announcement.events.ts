import type { Fact } from '../decider.js';
import type { Instant } from '../time/instant.js';
import type { RevisionCause } from './kinds.js';
import type { Coverage, Match, Reading } from './reading.js';

/** The fields of a reading a person may correct. `announcedAt` re-dates the announcement itself. */
export type CorrectableFields = Partial<
  Pick<
    Reading,
    | 'kind'
    | 'activity'
    | 'phase'
    | 'title'
    | 'summary'
    | 'announcedAt'
    | 'happens'
    | 'place'
    | 'organisations'
    | 'people'
    | 'theme'
  >
>;
export type CorrectableField = keyof CorrectableFields;

/** A source stated a fact about the WIC that was not known before. */
export type AnnouncementPublished = Fact<
  'AnnouncementPublished',
  {
    reading: Reading;
    coverage: Coverage;
    extractor: string;
    proposalId: string | null;
    /** The rule by which the known announcement most like it was told apart, where matching decided. */
    match?: Match;
  }
>;

/** Another item reported the same announcement. */
export type CoverageAdded = Fact<
  'CoverageAdded',
  { reading: Reading; coverage: Coverage; extractor: string; match: Match; proposalId: string | null }
>;

/** An item now says something else of the announcement than was known. */
export type AnnouncementRevised = Fact<
  'AnnouncementRevised',
  {
    cause: RevisionCause;
    reading: Reading;
    coverage: Coverage;
    extractor: string;
    match: Match | null;
    /** The id of the event whose reading this one replaces at every asOf (better extraction only). */
    rereads: string | null;
    /** Corrected fields that no longer stand from this revision on (an accepted contradiction). */
    overrules: CorrectableField[];
    proposalId: string | null;
  }
>;

/** A person set right what was read, field by field. */
export type AnnouncementCorrected = Fact<
  'AnnouncementCorrected',
  {
    fields: CorrectableFields;
    reason: string;
    /** From when the correction holds; null: it always held, only our knowledge was wrong. */
    effective: Instant | null;
    /** Items this correction was made in view of: it stands against every re-reading of them. */
    saw: string[];
  }
>;

/** This announcement turned out to be the same as another, which survives. */
export type AnnouncementMerged = Fact<'AnnouncementMerged', { into: string; reason: string }>;

/** Some of the coverage turned out to report another announcement. */
export type AnnouncementSplit = Fact<'AnnouncementSplit', { coverage: string[]; to: string; reason: string }>;

/** A person decided that an item does not report this announcement; matching obeys it. */
export type MatchForbidden = Fact<'MatchForbidden', { item: string; announcement: string; reason: string }>;

/** The announcement no longer stands: its announcer took it back (effective), or it was our mistake (null). */
export type AnnouncementWithdrawn = Fact<
  'AnnouncementWithdrawn',
  {
    reason: string;
    effective: Instant | null;
    /** The accepted proposal to withdraw it, where there was one. */
    proposalId?: string;
  }
>;

/** A reading awaits a person's decision: too uncertain, it contradicts a correction, or the item says it no more. */
export type AnnouncementProposed = Fact<
  'AnnouncementProposed',
  {
    proposalId: string;
    reading: Reading;
    coverage: Coverage;
    extractor: string;
    match: Match | null;
    /** Corrected fields that the reading contradicts; empty for low confidence. */
    contradicts: CorrectableField[];
    /** The only item that stated it does so no more: what is proposed is to withdraw it. `reading` is the last. */
    withdrawal?: Withdrawal;
  }
>;

/** Why an announcement might no longer stand, and since when; null: it never did, we misread it. */
export interface Withdrawal {
  reason: string;
  effective: Instant | null;
}

/** A person rejected a proposed reading; the same item will not propose it again. */
export type ProposalRejected = Fact<'ProposalRejected', { proposalId: string; reason: string }>;

export type AnnouncementEvent =
  | AnnouncementPublished
  | CoverageAdded
  | AnnouncementRevised
  | AnnouncementCorrected
  | AnnouncementMerged
  | AnnouncementSplit
  | MatchForbidden
  | AnnouncementWithdrawn
  | AnnouncementProposed
  | ProposalRejected;
