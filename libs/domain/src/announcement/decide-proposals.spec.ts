import { describe, it } from '@jest/globals';
import { given } from '#testing';
import { announcementDecider as decider } from './announcement.decider.js';
import type { AnnouncementEvent } from './announcement.events.js';
import { covered, moved, published, report } from './decided.fixture.js';

const EDITED = '2023-07-01T00:00:00.000Z';
const withdrawal = { reason: 'It says so no more.', effective: EDITED };
const propose = {
  type: 'ProposeWithdrawal' as const,
  data: { ...report(), proposalId: 'p', withdrawal },
};
const proposed: AnnouncementEvent = {
  type: 'AnnouncementProposed',
  data: { ...report(), proposalId: 'p', match: null, contradicts: [], withdrawal },
  announcedAt: null,
};
const withdrawn: AnnouncementEvent = {
  type: 'AnnouncementWithdrawn',
  data: { reason: 'Ours', effective: null },
  announcedAt: null,
};
const accept = { type: 'AcceptProposal' as const, data: { proposalId: 'p', fields: {}, reason: 'looked' } };

describe('an announcement whose only text states it no more', () => {
  it('is proposed for withdrawal, once', () => {
    given(decider, [published])
      .when(propose)
      .then([{ type: 'AnnouncementProposed', data: { proposalId: 'p', withdrawal }, announcedAt: null }]);
    given(decider, [published, proposed]).when(propose).thenNothing();
  });
  it('stands by the word of another item, and is not asked about when it was withdrawn', () => {
    given(decider, [published, covered]).when(propose).thenNothing();
    given(decider, [published, withdrawn]).when(propose).thenNothing();
    given(decider, []).when(propose).thenNothing();
  });
  it('is withdrawn from the edit on when a person accepts, once', () => {
    const accepted = {
      type: 'AnnouncementWithdrawn' as const,
      data: { ...withdrawal, proposalId: 'p' },
      announcedAt: EDITED,
    };
    given(decider, [published, proposed]).when(accept).then([accepted]);
    given(decider, [published, proposed, accepted]).when(accept).thenNothing();
  });
  it('has no fields to correct on acceptance, and cannot be withdrawn twice', () => {
    const mended = { ...accept, data: { ...accept.data, fields: { happens: moved } } };
    given(decider, [published, proposed]).when(mended).thenRefuses('invalid');
    given(decider, [published, proposed, withdrawn]).when(accept).thenRefuses('conflict');
  });
  it('stands, unasked, once a person rejected', () => {
    const reject = { type: 'RejectProposal' as const, data: { proposalId: 'p', reason: 'it stands' } };
    given(decider, [published, proposed])
      .when(reject)
      .then([{ type: 'ProposalRejected' }]);
    given(decider, [published, proposed, { type: 'ProposalRejected', data: reject.data, announcedAt: null }])
      .when(propose)
      .thenNothing();
  });
});
