import type { Instant } from '../time/instant.js';
import type { CorrectableFields, Withdrawal } from './announcement.events.js';
import type { RevisionCause } from './kinds.js';
import type { Coverage, Match, Reading } from './reading.js';

type Command<Type extends string, Data> = { type: Type; data: Data };
interface Report {
  reading: Reading;
  coverage: Coverage;
  extractor: string;
}

export type AnnouncementCommand =
  | Command<'PublishAnnouncement', Report & { match?: Match }>
  | Command<'AddCoverage', Report & { match: Match }>
  | Command<
      'ReviseAnnouncement',
      Report & {
        cause: RevisionCause;
        match: Match | null;
        /** When the world was told of the change; for better extraction the re-read event's time is kept. */
        revisedAt: Instant;
      }
    >
  | Command<'ProposeAnnouncement', Report & { proposalId: string; match: Match | null }>
  | Command<'ProposeWithdrawal', Report & { proposalId: string; withdrawal: Withdrawal }>
  | Command<'AcceptProposal', { proposalId: string; fields: CorrectableFields; reason: string }>
  | Command<'RejectProposal', { proposalId: string; reason: string }>
  | Command<'CorrectAnnouncement', { fields: CorrectableFields; reason: string; effective: Instant | null }>
  | Command<
      'MergeAnnouncement',
      {
        /** This announcement's own id and the survivor's. */
        id: string;
        into: string;
        /** The survivor and every announcement it has itself been merged into: merging into a cycle is refused. */
        survivors: string[];
        reason: string;
      }
    >
  | Command<
      'SplitAnnouncement',
      {
        /** This announcement's own id. */
        id: string;
        /** Items to leave, the announcement they go to, and every item that covers this one now. */
        coverage: string[];
        to: string;
        covering: string[];
        reason: string;
      }
    >
  | Command<'ForbidMatch', { item: string; announcement: string; reason: string }>
  | Command<'WithdrawAnnouncement', { reason: string; effective: Instant | null }>;
