import { describe, expect, it } from '@jest/globals';
import type { Happens } from '#domain';
import { KnownSummits, type Activities } from './known-summits.js';

type Known = Awaited<ReturnType<Activities['execute']>>['data'][number];

const days = (start: string | null, end: string | null, precision: Happens['precision'] = 'day'): Known => ({
  happens: { start, end, precision, tz: 'Asia/Shanghai' },
  status: 'announced',
});
const knowing = (...data: Known[]) => new KnownSummits({ execute: async () => ({ data }) }, () => undefined);
const wuzhen = days('2026-11-02', '2026-11-05');

describe('a summit is on', () => {
  it.each([
    ['2026-10-30T15:59:00.000Z', false],
    ['2026-10-30T16:00:00.000Z', true], // the 31st begins in Wuzhen
    ['2026-11-04T00:00:00.000Z', true],
    ['2026-11-07T15:59:00.000Z', true],
    ['2026-11-07T16:00:00.000Z', false],
  ])('from two days before it to two days after: at %s %s', async (now, on) => {
    expect(await knowing(days('2025-11-06', '2025-11-09'), wuzhen).on(now)).toBe(on);
  });

  it('only where its days are known, and it takes place', async () => {
    const now = '2026-11-03T00:00:00.000Z';
    const none = [{ ...wuzhen, happens: null }, days('2026-11-01', '2026-11-30', 'month'), days(null, null)];
    expect(await knowing(...none, { ...wuzhen, status: 'cancelled' }).on(now)).toBe(false);
    expect(await knowing(days('2026-11-02', null)).on(now)).toBe(true);
  });

  it('is looked up every ten minutes, and not while the views cannot be asked', async () => {
    const errors: unknown[] = [];
    let asked = 0;
    const views: Activities = {
      execute: async () => {
        asked += 1;
        if (asked === 1) throw new Error('not there yet');
        return { data: [wuzhen] };
      },
    };
    const summits = new KnownSummits(views, (error) => errors.push(error));
    const minute = (n: number) => `2026-11-03T00:${String(n).padStart(2, '0')}:00.000Z`;
    const told = [];
    for (const n of [0, 9, 10, 15, 19]) told.push(await summits.on(minute(n)));
    expect(told).toEqual([false, false, true, true, true]);
    expect([asked, errors.length]).toEqual([2, 1]);
  });
});
