import { describe, expect, it } from '@jest/globals';
import { dayAt, dayNear, xOf, yearMarks } from './axis.js';
import { barsPath, before, byMonth, hasAny, highest } from './bars.js';

const axis = { first: '2014-01-01', last: '2024-01-01', width: 1000 };

describe('the axis', () => {
  it('finds the day it drew', () => {
    for (const day of ['2014-01-01', '2016-02-29', '2019-10-20', '2024-01-01'])
      expect(dayAt({ ...axis, width: 5000 }, xOf({ ...axis, width: 5000 }, day))).toBe(day);
  });

  it('ends where it ends', () => {
    expect(dayAt(axis, -50)).toBe('2014-01-01');
    expect(dayAt(axis, 5000)).toBe('2024-01-01');
    expect(dayAt({ ...axis, width: 0 }, 0)).toBe('2014-01-01');
  });

  it('takes the mark beside the point', () => {
    const near = xOf(axis, '2019-10-22') + 3;
    expect(dayNear(axis, near, ['2019-10-22'])).toBe('2019-10-22');
    expect(dayNear(axis, near + 20, ['2019-10-22'])).not.toBe('2019-10-22');
  });

  it('writes as many years as there is room for', () => {
    const named = (width: number) => yearMarks({ ...axis, width }).filter(({ isNamed }) => isNamed).length;
    expect(named(1000)).toBe(10);
    expect(named(300)).toBe(5);
    expect(yearMarks(axis)[1]).toMatchObject({ year: 2015, x: 99.94523548740416 });
  });
});

describe('bars', () => {
  const months = byMonth([
    { month: '2014-11', kind: 'summit', count: 3 },
    { month: '2014-11', kind: 'reaction', count: 1 },
    { month: '2015-12', kind: 'summit', count: 2 },
  ]);

  it('sums the kinds of a month', () => {
    expect([...months]).toEqual([
      ['2014-11', 4],
      ['2015-12', 2],
    ]);
    expect(highest(months)).toBe(4);
  });

  it('leaves out what is not wholly before a day', () => {
    expect([...before(months, '2015-12-31').keys()]).toEqual(['2014-11']);
    expect(hasAny(months, '2014-12-01', '2015-11-30')).toBe(false);
    expect(hasAny(months, '2014-11-30', '2014-12-01')).toBe(true);
  });

  it('draws nothing to the right of the day shown', () => {
    const [, left, width] = /^M([\d.]+) 40v[-\d.]+h([\d.]+)/.exec(
      barsPath(months, axis, { height: 40, top: 4, until: 87 }),
    )!;
    expect(Number(left) + Number(width)).toBeCloseTo(87, 0);
  });

  it('draws the highest as tall as there is room, and each at least a trace', () => {
    expect(barsPath(months, axis, { height: 40, top: 4, until: 1000 })).toMatch(
      /^M83\.2 40v-40\.0h7\.2V40zM.* 40v-20\.0/,
    );
    expect(barsPath(months, axis, { height: 40, top: 4000, until: 1000 })).toContain('v-2.0');
  });
});
