import { describe, expect, it } from '@jest/globals';
import type { Activity } from '#client';
import { editionOf, familyOf } from './families.js';
import { countsOf, grouped, matching } from './groups.js';

const TODAY = '2024-06-01';
const dayOf = (instant: string) => instant.slice(0, 10);

function activity(id: string, members: Partial<Activity> = {}): Activity {
  return {
    id,
    kind: 'other',
    title: { en: id },
    status: 'closed',
    happens: null,
    place: null,
    theme: null,
    announcements: 1,
    firstAnnouncedAt: '2024-05-20T00:00:00.000Z',
    lastAnnouncedAt: '2024-05-20T00:00:00.000Z',
    ...members,
  };
}
const days = (start: string | null, end: string | null) => ({
  happens: { start, end, precision: 'day' as const, tz: 'Asia/Shanghai' },
});
const longAgo = { firstAnnouncedAt: '2020-01-01T00:00:00Z', lastAnnouncedAt: '2020-01-01T00:00:00Z' };
const ids = (all: Activity[]) => all.map(({ id }) => id);

describe('activities on a day', () => {
  it('are open with the days left, the soonest to end first, those without a told end last', () => {
    const { open } = grouped(
      [
        activity('call/a', { status: 'open' }),
        activity('call/b', { status: 'open', ...days(null, '2024-06-30') }),
        activity('competition/c', { status: 'open', ...days('2024-05-01', TODAY) }),
      ],
      TODAY,
      dayOf,
    );
    expect(open.map(({ activity: { id }, daysLeft }) => [id, daysLeft])).toEqual([
      ['competition/c', 0],
      ['call/b', 29],
      ['call/a', null],
    ]);
  });

  it('are not taken to go on for ever where no end was told', () => {
    const { open, underWay, unended } = grouped(
      [
        activity('call/a', { status: 'open', ...longAgo }),
        activity('forum/b', { status: 'under_way', ...days('2024-04-01', null), ...longAgo }),
        activity('expo/c', { status: 'under_way', ...days('2024-05-31', null) }),
      ],
      TODAY,
      dayOf,
    );
    expect([open.length, ids(underWay), ids(unended)]).toEqual([0, ['expo/c'], ['forum/b', 'call/a']]);
  });

  it('stand where they are offices or programmes, however long ago they began', () => {
    const all = [
      activity('office/zhejiang', { status: 'open', ...longAgo }),
      activity('programme/x', { status: 'announced', ...longAgo }),
    ];
    expect(ids(grouped(all, TODAY, dayOf).standing)).toEqual(['office/zhejiang', 'programme/x']);
  });

  it('are ahead by their first day, and past by year, the latest first', () => {
    const { upcoming, past } = grouped(
      [
        activity('summit/2024', { status: 'scheduled', ...days('2024-11-20', '2024-11-22') }),
        activity('forum/a', { status: 'scheduled', ...days('2024-07-01', null) }),
        activity('forum/b', { ...days('2023-02-01', '2023-02-02') }),
        activity('forum/c', { status: 'cancelled', ...days('2023-08-01', null) }),
        activity('summit/2014', { ...days('2014-11-19', '2014-11-21') }),
        activity('organisation/d', { status: 'announced', ...longAgo }),
      ],
      TODAY,
      dayOf,
    );
    expect(ids(upcoming)).toEqual(['forum/a', 'summit/2024']);
    expect(past.map(({ year, activities }) => [year, ids(activities)])).toEqual([
      ['2023', ['forum/c', 'forum/b']],
      ['2020', ['organisation/d']],
      ['2014', ['summit/2014']],
    ]);
  });
});

describe('the activities that are wanted', () => {
  const all = [
    activity('summit/2024', { title: { en: 'Wuzhen Summit', zh: '乌镇峰会' } }),
    activity('call/cases/2024', { status: 'open', theme: 'Shared future' }),
  ];

  it('are found by words of either language, in any order', () => {
    const found = (q: string) => ids(matching(all, { family: '', status: '', q }));
    expect(found('summit WUZHEN')).toEqual(['summit/2024']);
    expect(found('峰会')).toEqual(['summit/2024']);
    expect(found('future 2024')).toEqual(['call/cases/2024']);
    expect(found('summit cases')).toEqual([]);
  });

  it('are counted by family', () => {
    expect([...countsOf(all)]).toEqual([
      ['summit', 1],
      ['programme', 1],
    ]);
  });

  it('are of a family and a status', () => {
    expect(ids(matching(all, { family: 'programme', status: '', q: '' }))).toEqual(['call/cases/2024']);
    expect(ids(matching(all, { family: '', status: 'closed', q: '' }))).toEqual(['summit/2024']);
    expect([familyOf('office/zhejiang'), familyOf('reaction/x')]).toEqual(['office', 'other']);
  });
});

describe('the edition of an activity', () => {
  it.each([
    ['summit/2024', 'Wuzhen Summit', '2024'],
    ['external/mwc-shanghai/2023/someone', 'MWC', '2023'],
    ['award/cases/2021', 'Cases of 2021', null],
    ['exchange/x/2024-06-28', 'A visit', null],
  ])('of %s, called %s, is %s', (id, name, edition) => expect(editionOf(id, name)).toBe(edition));
});
