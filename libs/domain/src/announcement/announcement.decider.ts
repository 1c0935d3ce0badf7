import { type Decider, DomainError } from '../decider.js';
import type { AnnouncementCommand } from './announcement.commands.js';
import type { AnnouncementEvent } from './announcement.events.js';
import { evolveRecord, NOTHING_KNOWN, type AnnouncementRecord } from './announcement.record.js';
import { correct, forbid, merge, split, withdraw } from './decide-mending.js';
import { accept, propose, proposeWithdrawal, reject } from './decide-proposals.js';
import { cover, publish, revise } from './decide-reports.js';

/** What may happen to an announcement. Repeating a command that was carried out leads to nothing. */
export const announcementDecider: Decider<AnnouncementRecord, AnnouncementCommand, AnnouncementEvent> = {
  initial: NOTHING_KNOWN,
  decide(command, record) {
    if (
      record.mergedInto !== null &&
      !['MergeAnnouncement', 'ForbidMatch', 'RejectProposal'].includes(command.type)
    ) {
      throw new DomainError(
        'conflict',
        `This announcement was merged into ${record.mergedInto}; address that one.`,
      );
    }
    return decide(command, record);
  },
  evolve: evolveRecord,
};

function decide(command: AnnouncementCommand, record: AnnouncementRecord): AnnouncementEvent[] {
  switch (command.type) {
    case 'PublishAnnouncement':
      return publish(command.data, record);
    case 'AddCoverage':
      return cover(command.data, record);
    case 'ReviseAnnouncement':
      return revise(command.data, record);
    case 'ProposeAnnouncement':
      return propose(command.data, record);
    case 'ProposeWithdrawal':
      return proposeWithdrawal(command.data, record);
    case 'AcceptProposal':
      return accept(command.data, record);
    case 'RejectProposal':
      return reject(command.data, record);
    default:
      return mend(command, record);
  }
}

type Mending = Extract<
  AnnouncementCommand,
  {
    type:
      | 'CorrectAnnouncement'
      | 'MergeAnnouncement'
      | 'SplitAnnouncement'
      | 'ForbidMatch'
      | 'WithdrawAnnouncement';
  }
>;

function mend(command: Mending, record: AnnouncementRecord): AnnouncementEvent[] {
  switch (command.type) {
    case 'CorrectAnnouncement':
      return correct(command.data, record);
    case 'MergeAnnouncement':
      return merge(command.data, record);
    case 'SplitAnnouncement':
      return split(command.data, record);
    case 'ForbidMatch':
      return forbid(command.data, record);
    case 'WithdrawAnnouncement':
      return withdraw(command.data, record);
  }
}
