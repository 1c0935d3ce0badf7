import { describe, expect, it } from '@jest/globals';
import { dateAnnouncement, type AnnouncedAtEvidence } from './announced-at.js';
import { addDays, dayEnd, dayOf, daysBetween, dayStart, isDay, isTimeZone, periodOf } from './day.js';

describe('days', () => {
  it('begin and end in their zone', () => {
    expect(dayStart('2023-06-15', 'Asia/Shanghai')).toBe('2023-06-14T16:00:00.000Z');
    expect(dayEnd('2023-06-15', 'Asia/Shanghai')).toBe('2023-06-15T15:59:59.999Z');
    expect(dayOf('2023-06-14T16:00:00.000Z', 'Asia/Shanghai')).toBe('2023-06-15');
  });
  it('are 23 and 25 hours long where clocks change', () => {
    const length = (day: string) =>
      (Date.parse(dayEnd(day, 'Europe/Berlin')) + 1 - Date.parse(dayStart(day, 'Europe/Berlin'))) / 3_600_000;
    expect([length('2024-03-31'), length('2024-10-27'), length('2024-06-01')]).toEqual([23, 25, 24]);
  });
  it('exist or not', () => {
    expect(['2024-02-29', '2023-02-29', '2023-13-01', '2023-6-1', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
  it('count', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
  it('lie in periods', () => {
    expect(periodOf('2024-02-10', 'month')).toEqual({ start: '2024-02-01', end: '2024-02-29' });
    expect(periodOf('2020-11-05', 'quarter')).toEqual({ start: '2020-10-01', end: '2020-12-31' });
    expect(periodOf('2020-11-05', 'year')).toEqual({ start: '2020-01-01', end: '2020-12-31' });
  });
  it('know zones', () => expect(['Asia/Shanghai', 'Mars/Olympus'].map(isTimeZone)).toEqual([true, false]));
});

describe('announcedAt', () => {
  const evidence: AnnouncedAtEvidence = {
    stated: { instant: '2023-07-03T00:00:00.000Z', precision: 'instant' },
    statedRaw: null,
    documentDay: '2023-06-30',
    receivedAt: '2026-01-01T00:00:00.000Z',
    happens: { start: '2023-06-15', end: '2023-06-15', precision: 'day', tz: 'Asia/Shanghai' },
    tz: 'Asia/Shanghai',
  };
  const basis = (over: Partial<AnnouncedAtEvidence>) => dateAnnouncement({ ...evidence, ...over });

  it('is what the source states', () =>
    expect(basis({})).toMatchObject({ basis: 'source', announcedAt: '2023-07-03T00:00:00.000Z' }));
  it('is the latest past day of the document when the source states none', () =>
    expect(basis({ stated: null })).toEqual({
      basis: 'document',
      announcedAt: '2023-06-29T16:00:00.000Z',
      precision: 'day',
    }));
  it('is the receipt when there is neither', () =>
    expect(basis({ stated: null, documentDay: null, happens: null })).toMatchObject({
      basis: 'received',
      announcedAt: evidence.receivedAt,
    }));
  it('is the receipt when the stated time is unreadable or in the future', () => {
    const future = { instant: '2030-01-01T00:00:00.000Z', precision: 'instant' as const };
    expect(basis({ stated: future, happens: null }).basis).toBe('received');
    expect(basis({ stated: null, statedRaw: 'yesterday-ish', happens: null }).basis).toBe('received');
  });
  it('ignores a document day that is still to come', () =>
    expect(basis({ stated: null, documentDay: '2027-01-01', happens: null }).basis).toBe('received'));
  it('is the day of the happening when that is only told afterwards', () => {
    const happens = { start: '2023-01-10', end: null, precision: 'day' as const, tz: 'Asia/Shanghai' };
    expect(basis({ happens })).toEqual({
      basis: 'happening',
      announcedAt: '2023-01-09T16:00:00.000Z',
      precision: 'day',
    });
  });
  it.each([
    ['2023-05-04', 'source'],
    ['2023-05-03', 'happening'],
  ])('tells 60 days from more: %s', (start, expected) =>
    expect(basis({ happens: { start, end: null, precision: 'day', tz: 'Asia/Shanghai' } }).basis).toBe(
      expected,
    ),
  );
  it('puts a year-only fact at the end of its year', () => {
    const happens = {
      start: '2019-01-01',
      end: '2019-12-31',
      precision: 'year' as const,
      tz: 'Asia/Shanghai',
    };
    expect(basis({ happens })).toEqual({
      basis: 'happening',
      announcedAt: '2019-12-30T16:00:00.000Z',
      precision: 'year',
    });
  });
});
