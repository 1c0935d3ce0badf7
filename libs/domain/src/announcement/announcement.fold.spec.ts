import { describe, expect, it } from '@jest/globals';
import { aCoverage, aReading, recorded } from '#testing';
import { foldAnnouncement, foldSegments } from './announcement.fold.js';
import type { AnnouncementEvent } from './announcement.events.js';
import type { Reading } from './reading.js';

const match = { rule: 'same-activity', score: 1 };
type Dated = AnnouncementEvent & { stream?: string; id?: string };

const day = (n: number) => `2023-06-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const on = (date: string) => ({ start: date, end: date, precision: 'day' as const, tz: 'Asia/Shanghai' });
const report = (itemId: string, at: string, over: Partial<Reading>) => ({
  reading: aReading({ announcedAt: at, ...over }),
  coverage: aCoverage(itemId),
  extractor: '1',
  proposalId: null,
});
const published = (at: string, itemId = 'item-1', over: Partial<Reading> = {}): Dated => ({
  type: 'AnnouncementPublished',
  data: report(itemId, at, over),
  announcedAt: at,
});
const covered = (at: string, itemId: string, over: Partial<Reading> = {}): Dated => ({
  type: 'CoverageAdded',
  data: { ...report(itemId, at, over), match },
  announcedAt: at,
});
const revised = (
  at: string,
  itemId: string,
  over: Partial<Reading>,
  rereads: string | null = null,
): Dated => ({
  type: 'AnnouncementRevised',
  data: {
    ...report(itemId, at, over),
    cause: rereads ? 'better_extraction' : 'source_edit',
    match: null,
    rereads,
    overrules: [],
  },
  announcedAt: at,
});
const corrected = (fields: object, effective: string | null = null): Dated => ({
  type: 'AnnouncementCorrected',
  data: { fields, reason: 'misread', effective, saw: ['item-1'] },
  announcedAt: effective ?? day(10),
});
const fold = (facts: Dated[], asOf: string | null = null, id = 'a') =>
  foldAnnouncement(id, recorded(facts), asOf);

describe('announced up to a date', () => {
  it('is nothing before it was announced', () => expect(fold([published(day(10))], day(9))).toBeNull());
  it('includes the instant itself', () =>
    expect(fold([published(day(10))], day(10))?.status).toBe('published'));
  it('shows each revision from its own time on', () => {
    const facts = [published(day(10)), revised(day(12), 'item-1', { happens: on('2023-07-01') })];
    expect(fold(facts, day(11))?.happens?.start).toBe('2023-06-15');
    expect(fold(facts, day(12))?.happens?.start).toBe('2023-07-01');
  });
  it('opens with the earliest report, whenever it was found', () => {
    const facts = [published(day(10)), covered(day(8), 'item-2', { title: { zh: '湖畔办事处揭牌' } })];
    expect(fold(facts, day(9))).toMatchObject({ announcedAt: day(8), title: { zh: '湖畔办事处揭牌' } });
    expect(fold(facts)).toMatchObject({
      announcedAt: day(8),
      coverage: [{ itemId: 'item-2' }, { itemId: 'item-1' }],
    });
  });
  it('orders equal times by position', () => {
    const facts = [
      published(day(10)),
      revised(day(10), 'item-1', { theme: 'one' }),
      revised(day(10), 'item-1', { theme: 'two' }),
    ];
    expect(fold(facts)?.theme).toBe('two');
  });
});

describe('coverage', () => {
  it('joins titles and fills what was unknown, with its evidence', () => {
    const evidence = [{ field: 'theme' as const, in: 'text' as const, start: 3, end: 8, text: 'Water' }];
    const facts = [
      published(day(10)),
      covered(day(11), 'item-2', { title: { zh: '揭牌' }, theme: 'Water', evidence }),
    ];
    expect(fold(facts)).toMatchObject({
      title: { zh: '揭牌', en: 'Lakeside Office opens its doors' },
      theme: 'Water',
    });
    expect(fold(facts)?.evidence).toContainEqual({ ...evidence[0], itemId: 'item-2' });
  });
  it('does not override what is known', () =>
    expect(
      fold([published(day(10)), covered(day(11), 'item-2', { place: { name: 'Elsewhere', country: null } })])
        ?.place?.name,
    ).toBe('Wuzhen'));
  it('prefers a known activity to a made-up one', () => {
    const madeUp = { id: 'other/x', title: {}, known: false };
    expect(
      fold([published(day(10), 'item-1', { activity: madeUp }), covered(day(11), 'item-2')])?.activity?.id,
    ).toBe('office/lakeside');
  });
  it('forgets what its only witness tells no more', () =>
    expect(fold([published(day(10)), revised(day(11), 'item-1', { place: null })])?.place).toBeNull());
  it('keeps what somebody else told', () => {
    const facts = [
      published(day(10), 'item-1', { theme: null }),
      covered(day(11), 'item-2', { theme: 'Water' }),
    ];
    expect(fold([...facts, revised(day(12), 'item-1', { theme: null })])?.theme).toBe('Water');
  });
});

describe('better extraction', () => {
  const facts = [published(day(10)), revised(day(10), 'item-1', { happens: on('2023-06-16') }, 'e0')];
  it('replaces the reading at every asOf', () =>
    expect(fold(facts, day(10))?.happens?.start).toBe('2023-06-16'));
  it('keeps to its place in the order', () => {
    const later = [
      published(day(10)),
      revised(day(12), 'item-1', { theme: 'edited' }),
      revised(day(10), 'item-1', { theme: 'better' }, 'e0'),
    ];
    expect(fold(later, day(11))?.theme).toBe('better');
    expect(fold(later)?.theme).toBe('edited');
  });
});

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

it('gives segments without gaps, the last without end', () => {
  const segments = foldSegments(
    'a',
    recorded([published(day(10)), covered(day(12), 'item-2'), covered(day(11), 'item-3')]),
  );
  expect(segments.map(({ from, to }) => [from, to])).toEqual([
    [day(10), day(11)],
    [day(11), day(12)],
    [day(12), null],
  ]);
});
