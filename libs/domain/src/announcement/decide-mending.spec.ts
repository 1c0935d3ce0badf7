import { describe, it } from '@jest/globals';
import { given } from '#testing';
import { announcementDecider as decider } from './announcement.decider.js';
import type { AnnouncementEvent } from './announcement.events.js';
import { covered, moved, published } from './decided.fixture.js';

describe('mending', () => {
  const correct = (fields: object, effective: string | null = null) => ({
    type: 'CorrectAnnouncement' as const,
    data: { fields, reason: 'misread', effective },
  });

  it('dates a correction by the statement it overrules', () =>
    given(decider, [published, covered])
      .when(correct({ happens: moved }))
      .then([{ announcedAt: '2023-06-14T00:00:00.000Z', data: { saw: ['item-1', 'item-2'] } }]));
  it('dates it by the person when she says from when it holds', () =>
    given(decider, [published])
      .when(correct({ happens: moved }, '2023-06-20T00:00:00.000Z'))
      .then([{ announcedAt: '2023-06-20T00:00:00.000Z' }]));
  it.each([
    ['nothing', {}],
    ['an empty title', { title: { en: ' ' } }],
    ['an impossible date', { happens: { ...moved, end: '2023-02-30' } }],
    ['an end before the start', { happens: { ...moved, end: '2023-06-01' } }],
  ])('refuses to correct %s', (_what, fields) =>
    given(decider, [published]).when(correct(fields)).thenRefuses('invalid'),
  );

  const merge = (into: string, survivors: string[] = []) => ({
    type: 'MergeAnnouncement' as const,
    data: { id: 'a', into, survivors, reason: 'same event' },
  });
  const merged: AnnouncementEvent = {
    type: 'AnnouncementMerged',
    data: { into: 'b', reason: 'same event' },
    announcedAt: null,
  };
  it('merges', () => given(decider, [published]).when(merge('b')).then([merged]));
  it('merges once', () => given(decider, [published, merged]).when(merge('b')).thenNothing());
  it('refuses a cycle', () =>
    given(decider, [published])
      .when(merge('b', ['b', 'a']))
      .thenRefuses('conflict'));
  it('sends later writes to the survivor', () =>
    given(decider, [published, merged])
      .when(correct({ theme: 'Water' }))
      .thenRefuses('conflict'));

  const split = (coverage: string[]) => ({
    type: 'SplitAnnouncement' as const,
    data: { id: 'a', coverage, to: 'c', covering: ['item-1', 'item-2'], reason: 'two events' },
  });
  it('splits, and keeps the item from coming back', () =>
    given(decider, [published, covered])
      .when(split(['item-2']))
      .then([
        { type: 'AnnouncementSplit' },
        { type: 'MatchForbidden', data: { item: 'item-2', announcement: 'a' } },
      ]));
  it('leaves at least one item', () =>
    given(decider, [published, covered])
      .when(split(['item-1', 'item-2']))
      .thenRefuses('invalid'));
  it('withdraws once', () => {
    const withdraw = { type: 'WithdrawAnnouncement' as const, data: { reason: 'hoax', effective: null } };
    given(decider, [published])
      .when(withdraw)
      .then([{ type: 'AnnouncementWithdrawn', announcedAt: null }]);
    given(decider, [published, { type: 'AnnouncementWithdrawn', data: withdraw.data, announcedAt: null }])
      .when(withdraw)
      .thenNothing();
  });
});
