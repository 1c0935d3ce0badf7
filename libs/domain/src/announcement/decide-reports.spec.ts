import { describe, expect, it } from '@jest/globals';
import { given } from '#testing';
import { announcementDecider as decider } from './announcement.decider.js';
import type { AnnouncementEvent } from './announcement.events.js';
import { corrected, match, moved, published, report, covered } from './decided.fixture.js';

describe('publishing', () => {
  it('is dated by its reading', () =>
    given(decider, []).when({ type: 'PublishAnnouncement', data: report() }).then([published]));
  it('happens once', () =>
    given(decider, [published]).when({ type: 'PublishAnnouncement', data: report() }).thenNothing());
  it('is refused under the id of another', () =>
    given(decider, [published])
      .when({ type: 'PublishAnnouncement', data: report('item-9') })
      .thenRefuses('conflict'));
});

describe('coverage and revision', () => {
  const add = (itemId: string, over = {}) => ({
    type: 'AddCoverage' as const,
    data: { ...report(itemId, over), match },
  });
  const revise = (itemId: string, over = {}) => ({
    type: 'ReviseAnnouncement' as const,
    data: {
      ...report(itemId, over),
      cause: 'source_edit' as const,
      match: null,
      revisedAt: '2023-07-01T00:00:00.000Z',
    },
  });

  it('adds an item once', () => given(decider, [published, covered]).when(add('item-2')).thenNothing());
  it('needs an announcement', () => given(decider, []).when(add('item-2')).thenRefuses('not_found'));
  it('ignores a re-reading that says the same', () =>
    given(decider, [published]).when(revise('item-1')).thenNothing());
  it('dates a source edit by the edit', () =>
    given(decider, [published])
      .when(revise('item-1', { happens: moved }))
      .then([
        { type: 'AnnouncementRevised', announcedAt: '2023-07-01T00:00:00.000Z', data: { rereads: null } },
      ]));
  it('names the event that better extraction re-reads, and keeps its time', () =>
    given(decider, [published, covered])
      .when({
        ...revise('item-2', { happens: moved }),
        data: { ...revise('item-2', { happens: moved }).data, cause: 'better_extraction' },
      })
      .then([
        { type: 'AnnouncementRevised', announcedAt: '2023-06-14T00:00:00.000Z', data: { rereads: 'e1' } },
      ]));
  it('sends a new item that contradicts a correction to review', () =>
    given(decider, [published, corrected])
      .when(add('item-3'))
      .then([{ type: 'AnnouncementProposed', announcedAt: null, data: { contradicts: ['happens'] } }]));
  it('lets an item that agrees with the correction in', () =>
    given(decider, [published, corrected])
      .when(add('item-3', { happens: moved }))
      .then([{ type: 'CoverageAdded' }]));
  it('lets the items the correction was made in view of be re-read', () =>
    given(decider, [published, corrected])
      .when(revise('item-1', { theme: 'Water' }))
      .then([{ type: 'AnnouncementRevised' }]));
  it('keeps out an item that a person told apart', () =>
    given(decider, [
      published,
      {
        type: 'MatchForbidden',
        data: { item: 'item-2', announcement: 'a', reason: 'other event' },
        announcedAt: null,
      },
    ])
      .when(add('item-2'))
      .thenRefuses('conflict'));
});

describe('review', () => {
  const proposed: AnnouncementEvent = {
    type: 'AnnouncementProposed',
    data: { ...report(), proposalId: 'p', match: null, contradicts: [] },
    announcedAt: null,
  };
  const propose = {
    type: 'ProposeAnnouncement' as const,
    data: { ...report(), proposalId: 'p', match: null },
  };
  const accept = {
    type: 'AcceptProposal' as const,
    data: { proposalId: 'p', fields: {}, reason: 'checked' },
  };

  it('proposes once', () => given(decider, [proposed]).when(propose).thenNothing());
  it('publishes what is accepted', () =>
    given(decider, [proposed])
      .when(accept)
      .then([{ type: 'AnnouncementPublished', data: { proposalId: 'p' } }]));
  it('corrects what is mended on acceptance', () =>
    given(decider, [proposed])
      .when({ ...accept, data: { ...accept.data, fields: { happens: moved } } })
      .then([
        { type: 'AnnouncementPublished' },
        { type: 'AnnouncementCorrected', data: { saw: ['item-1'] } },
      ]));
  it('overrules the correction that an accepted report contradicts', () => {
    const contradiction = decider.decide(
      { type: 'AddCoverage', data: { ...report('item-3'), match } },
      [published, corrected].reduce(
        (state, event, i) => decider.evolve(state, event, `e${i}`),
        decider.initial,
      ),
    );
    const { proposalId } = contradiction[0]!.data as { proposalId: string };
    given(decider, [published, corrected, ...contradiction])
      .when({ ...accept, data: { ...accept.data, proposalId } })
      .then([{ type: 'AnnouncementRevised', data: { cause: 'new_report', overrules: ['happens'] } }]);
  });
  it('does not ask again about what was rejected', () =>
    given(decider, [
      proposed,
      { type: 'ProposalRejected', data: { proposalId: 'p', reason: 'no' }, announcedAt: null },
    ])
      .when(propose)
      .thenNothing());
});

it('does not change what it is given', () => {
  const state = Object.freeze(decider.evolve(decider.initial, published, 'e0'));
  expect(() => decider.evolve(state, corrected, 'e1')).not.toThrow();
});
