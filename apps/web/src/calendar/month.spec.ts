import { describe, expect, it } from '@jest/globals';
import type { Announcement } from '#client';
import { happeningsOf, type Happening } from './happenings.js';
import { countsOf, laidOut, listed, monthOf, roughly, stepped, weeksOf } from './month.js';

type Told = Partial<Pick<Announcement, 'kind' | 'phase' | 'announcedAt'>> & { key?: string };

function told(start: string | null, end: string | null, { key, ...members }: Told = {}): Announcement {
  const announcedAt = members.announcedAt ?? '2024-01-01T00:00:00.000Z';
  return {
    ...{ id: `${key} ${announcedAt}`, kind: 'forum', phase: null, title: { en: 'A title' } },
    activity: key ? { id: key, title: { en: key } } : null,
    happens: { start, end, precision: 'day', tz: 'Asia/Shanghai' },
    ...members,
    announcedAt,
  } as Announcement;
}
const on = (start: string | null, end: string | null, members: Partial<Happening> = {}): Happening => ({
  ...happeningsOf([told(start, end, { key: `forum/${start}/${end}` })])[0]!,
  ...members,
});
const bars = (month: string, ...happenings: Happening[]) =>
  laidOut(month, happenings).flatMap(({ days, bars: all }) =>
    all.map(({ column, span, lane, part, isFrom, isTo }) => ({
      day: days[column],
      span,
      lane,
      part,
      isFrom,
      isTo,
    })),
  );

describe('what happens', () => {
  it('is one thing, however many announcements tell of it, with the dates told last', () => {
    const [nishan, ...others] = happeningsOf([
      told('2023-06-26', null, {
        key: 'forum/nishan',
        announcedAt: '2023-06-26T00:00:00.000Z',
        phase: 'open',
      }),
      told('2023-06-25', '2023-06-27', { key: 'forum/nishan', announcedAt: '2023-06-16T00:00:00.000Z' }),
    ]);
    expect(others).toEqual([]);
    expect(nishan).toMatchObject({ start: '2023-06-26', end: '2023-06-27', announcements: 2 });
    expect(nishan?.id).toContain('2023-06-26');
  });

  it('takes no end from before that a later start rules out', () => {
    const [moved] = happeningsOf([
      told('2023-06-25', '2023-06-27', { key: 'forum/a', announcedAt: '2023-06-01T00:00:00.000Z' }),
      told('2023-07-10', null, { key: 'forum/a', announcedAt: '2023-06-20T00:00:00.000Z' }),
    ]);
    expect(moved).toMatchObject({ start: '2023-07-10', end: null });
  });

  it('keeps results apart from what they are results of, and what has no activity to itself', () => {
    const all = happeningsOf([
      told('2024-11-01', null, { key: 'competition/a', kind: 'competition_registration' }),
      told('2024-11-20', '2024-11-20', { key: 'competition/a', kind: 'competition_result', phase: 'result' }),
      told('2024-11-02', null, { announcedAt: '2024-01-02T00:00:00.000Z' }),
      told('2024-11-02', null, { announcedAt: '2024-01-03T00:00:00.000Z' }),
    ]);
    expect(all).toHaveLength(4);
  });
});

describe('a month', () => {
  it('is shown in whole weeks from Monday', () => {
    const weeks = weeksOf('2024-11');
    expect([weeks.length, weeks[0]![0], weeks.at(-1)![6]]).toEqual([5, '2024-10-28', '2024-12-01']);
    expect(weeksOf('2021-02').map(([monday]) => monday)).toEqual([
      ...['2021-02-01', '2021-02-08', '2021-02-15', '2021-02-22'],
    ]);
  });

  it('is that of the address, else that of the day', () => {
    expect(monthOf('2016-11', '2024-06-01')).toBe('2016-11');
    expect(monthOf('2016-13', '2024-06-01')).toBe('2024-06');
    expect(monthOf(null, '2024-06-01')).toBe('2024-06');
  });

  it('breaks bars at the end of a week', () => {
    expect(bars('2024-11', on('2024-11-08', '2024-11-12'))).toEqual([
      { day: '2024-11-08', span: 3, lane: 0, part: 'days', isFrom: false, isTo: true },
      { day: '2024-11-11', span: 2, lane: 0, part: 'days', isFrom: true, isTo: false },
    ]);
  });

  it('lays what is on at the same time in lanes, and reuses a lane that is free again', () => {
    const all = [
      on('2024-11-18', '2024-11-20'),
      on('2024-11-19', '2024-11-19'),
      on('2024-11-21', '2024-11-22'),
    ];
    expect(bars('2024-11', ...all).map(({ day, lane }) => [day, lane])).toEqual([
      ['2024-11-18', 0],
      ['2024-11-19', 1],
      ['2024-11-21', 0],
    ]);
  });

  it('does not let one begin in the lane where another ends that day', () => {
    const all = [on('2024-11-18', '2024-11-20'), on('2024-11-20', '2024-11-21')];
    expect(bars('2024-11', ...all).map(({ lane }) => lane)).toEqual([0, 1]);
  });

  it('shows of a call its first and its last day alone', () => {
    const call = on('2024-11-04', '2024-11-29', { isCall: true });
    expect(bars('2024-11', call).map(({ day, span, part }) => [day, span, part])).toEqual([
      ['2024-11-04', 1, 'opens'],
      ['2024-11-29', 1, 'closes'],
    ]);
    const deadline = on(null, '2024-11-29', { isCall: true });
    expect(listed('2024-11', [deadline]).map(({ part, first }) => [part, first])).toEqual([
      ['closes', '2024-11-29'],
    ]);
  });

  it('keeps what is known by month, quarter or year beside the days', () => {
    const month = on('2024-11-01', '2024-11-30', { precision: 'month' });
    const year = on('2024-01-01', '2024-12-31', { precision: 'year', key: 'y' });
    expect(bars('2024-11', month, year)).toEqual([]);
    expect(roughly('2024-11', [year, month])).toEqual([month, year]);
    expect(roughly('2024-10', [year, month])).toEqual([year]);
    const counts = countsOf('2024', [month, year, on('2024-10-30', '2024-11-02')]);
    expect([counts.get('2024-10'), counts.get('2024-11'), counts.get('2024-12')]).toEqual([1, 2, 0]);
  });

  it.each([
    ['ArrowLeft', '2024-02-28'],
    ['ArrowDown', '2024-03-07'],
    ['PageDown', '2024-03-29'],
    ['PageUp', '2024-01-29'],
    ['Home', '2024-02-26'],
    ['End', '2024-03-03'],
    ['Enter', null],
  ])('is walked by %s', (key, to) => expect(stepped('2024-02-29', key)).toBe(to));
});
