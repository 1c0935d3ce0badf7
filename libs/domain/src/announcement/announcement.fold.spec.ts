import { describe, expect, it } from '@jest/globals';
import { recorded } from '#testing';
import { foldAnnouncement, foldSegments } from './announcement.fold.js';
import { covered, day, on, published, revised, type Dated } from './announcement.fixture.js';

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
