import { describe, expect, it } from '@jest/globals';
import { recorded } from '#testing';
import { foldAnnouncement } from './announcement.fold.js';
import { corrected, covered, day, on, published, revised, type Dated } from './announcement.fixture.js';

const fold = (facts: Dated[], asOf: string | null = null, id = 'a') =>
  foldAnnouncement(id, recorded(facts), asOf);

describe('corrections', () => {
  it('hold at every asOf and against re-readings', () => {
    const facts = [
      published(day(10)),
      corrected({ happens: on('2023-06-20') }),
      revised(day(12), 'item-1', { happens: on('2023-06-25') }),
    ];
    for (const at of [day(10), day(13)])
      expect(fold(facts, at)).toMatchObject({ status: 'corrected', happens: on('2023-06-20') });
  });
  it('hold from their effective day when one is given', () => {
    const facts = [published(day(10)), corrected({ theme: 'Water' }, day(12))];
    expect(fold(facts, day(11))).toMatchObject({ status: 'published', theme: null });
    expect(fold(facts, day(12))).toMatchObject({ status: 'corrected', theme: 'Water' });
  });
  it('of announcedAt re-date the announcement', () => {
    expect(fold([published(day(10)), corrected({ announcedAt: day(14) })], day(13))).toBeNull();
    expect(fold([published(day(10)), corrected({ announcedAt: day(5) })], day(5))?.announcedAt).toBe(day(5));
  });
  it('are laid field by field, the last one winning', () =>
    expect(
      fold([published(day(10)), corrected({ theme: 'a', place: null }), corrected({ theme: 'b' })]),
    ).toMatchObject({ theme: 'b', place: null }));
});

describe('withdrawal', () => {
  const withdrawn = (effective: string | null): Dated => ({
    type: 'AnnouncementWithdrawn',
    data: { reason: 'x', effective },
    announcedAt: effective,
  });
  it('of our own mistake holds at every asOf', () =>
    expect(fold([published(day(10)), withdrawn(null)], day(10))?.status).toBe('withdrawn'));
  it('of the announcer holds from that day', () => {
    expect(fold([published(day(10)), withdrawn(day(12))], day(11))?.status).toBe('published');
    expect(fold([published(day(10)), withdrawn(day(12))])?.status).toBe('withdrawn');
  });
});

describe('merge and split', () => {
  const b = 'announcement-b';
  const merged = (into: string, stream?: string): Dated => ({
    type: 'AnnouncementMerged',
    data: { into, reason: 'same' },
    announcedAt: null,
    ...(stream ? { stream } : {}),
  });
  it('folds every stream that leads to the survivor', () => {
    const facts = [published(day(10)), { ...published(day(8), 'item-2'), stream: b }, merged('a', b)];
    expect(fold(facts)).toMatchObject({
      id: 'a',
      announcedAt: day(8),
      status: 'published',
      coverage: [{ itemId: 'item-2' }, { itemId: 'item-1' }],
    });
  });
  it('says of the absorbed one where it went', () =>
    expect(fold([published(day(10)), merged('b')])).toMatchObject({ status: 'merged', mergedInto: 'b' }));
  it('ignores the merge that would close a cycle', () => {
    const facts = [
      published(day(10)),
      { ...published(day(10), 'item-2'), stream: b },
      merged('b'),
      merged('a', b),
    ];
    expect(fold(facts, null, 'b')).toMatchObject({ status: 'published' });
  });
  it('takes what was read of a split item with it', () => {
    const split: Dated = {
      type: 'AnnouncementSplit',
      data: { coverage: ['item-2'], to: 'c', reason: 'two' },
      announcedAt: null,
    };
    const state = fold([published(day(10)), covered(day(8), 'item-2', { theme: 'Water' }), split]);
    expect(state).toMatchObject({ announcedAt: day(10), theme: null });
    expect(state?.coverage.map(({ itemId }) => itemId)).toEqual(['item-1']);
  });
});
