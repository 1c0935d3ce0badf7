import type { Precision } from '../announcement/kinds.js';
import type { Day, Instant } from './instant.js';

const DAY_MS = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for a date that exists: `2023-02-29` is none. */
export function isDay(text: string): boolean {
  return DAY_PATTERN.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** First and last day of the month, quarter or year that `day` lies in; the day itself for `day`. */
export function periodOf(day: Day, precision: Precision): { start: Day; end: Day } {
  if (precision === 'day') return { start: day, end: day };
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  const [first, months] = monthsOf(precision, month);
  return { start: dayOfUtc(year, first, 1), end: dayOfUtc(year, first + months, 0) };
}

function monthsOf(precision: Exclude<Precision, 'day'>, month: number): [first: number, months: number] {
  switch (precision) {
    case 'month':
      return [month, 1];
    case 'quarter':
      return [month - (month % 3), 3];
    case 'year':
      return [0, 12];
  }
}

function dayOfUtc(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** The first instant of a day in an IANA zone. */
export function dayStart(day: Day, tz: string): Instant {
  const local = Date.parse(`${day}T00:00:00Z`);
  const guess = local - offsetAt(local, tz);
  return new Date(local - offsetAt(guess, tz)).toISOString();
}

/** The last millisecond of a day in an IANA zone. */
export function dayEnd(day: Day, tz: string): Instant {
  return new Date(Date.parse(dayStart(addDays(day, 1), tz)) - 1).toISOString();
}

/** The calendar day of an instant in an IANA zone. */
export function dayOf(instant: Instant, tz: string): Day {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, tz)).toISOString().slice(0, 10);
}

/** True for an IANA zone name this runtime knows. */
export function isTimeZone(tz: string): boolean {
  try {
    return formatterOf(tz) !== undefined;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(tz: string): Intl.DateTimeFormat {
  let formatter = formatters.get(tz);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: tz,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(tz, formatter);
  }
  return formatter;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, tz: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(tz).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
