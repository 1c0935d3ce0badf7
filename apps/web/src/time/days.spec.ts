import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, clampDay, daysBetween, isDay } from './days.js';

describe('days', () => {
  it('counts over leap days and the ends of years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2014-01-01', '2015-01-01')).toBe(365);
  });

  it('stays within the month it steps to', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2023-11-15', 2)).toBe('2024-01-15');
    expect(addMonths('2024-01-15', -13)).toBe('2022-12-15');
  });

  it('keeps a day between two others', () => {
    expect(clampDay('2013-05-01', '2014-01-01', '2026-01-01')).toBe('2014-01-01');
    expect(clampDay('2027-05-01', '2014-01-01', '2026-01-01')).toBe('2026-01-01');
    expect(clampDay('2020-05-01', '2014-01-01', '2026-01-01')).toBe('2020-05-01');
  });

  it('knows a day that exists from one that does not', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const text of ['2023-02-29', '2023-1-1', '2023-06-15T00:00:00Z', '', '1041'])
      expect(isDay(text)).toBe(false);
  });
});
