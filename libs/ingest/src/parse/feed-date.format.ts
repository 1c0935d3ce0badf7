import type { WallTime } from './zoned-time.js';

/** What a written date says, before any zone is applied. */
export interface WrittenDate {
  wall: WallTime;
  /** Whether a clock time was written. */
  timed: boolean;
  /** Minutes east of UTC, or a name to be looked up, or null where none was written. */
  zone: number | string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,](\d+))?)?\s*([ap]\.?m\.?)?`;
const ZONE = String.raw`(Z|[A-Za-z]{1,5})?\s*([+-]\s*\d{1,2}:?\d{0,2})?`;
const TAIL = String.raw`(?:[T\s,]+(?:at\s+)?${CLOCK}\s*${ZONE})?`;

const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s\-.,]+([A-Za-z]{3,9})\.?[\s\-.,]+(\d{4}|\d{2})(?!\d)${TAIL}`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TAIL}`,
  'i',
);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[\s\-.]+([A-Za-z]{3,9})[\s\-.]+(\d{1,2})(?!\d)${TAIL}`, 'i');
/** `Thu Jun 15 08:00:00 CST 2023`, as C and Java write it. */
const C_TIME = new RegExp(String.raw`([A-Za-z]{3,9})\s+(\d{1,2})\s+${CLOCK}\s*${ZONE}\s+(\d{4})`, 'i');
const ISO = new RegExp(String.raw`^(\d{4})[-/.]0?(\d{1,2})[-/.](\d{1,2})(?!\d)${TAIL}`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\s*(Z)?([+-]\d{2}:?\d{2})?$/;
/** ISO 8601's day of the year. */
const ORDINAL = new RegExp(String.raw`^(\d{4})-?(\d{3})(?!\d)${TAIL}`, 'i');
/** Day and month, told apart only where one of them cannot be a month. */
const SLASHED = new RegExp(String.raw`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)${TAIL}`, 'i');
const YEARLESS = new RegExp(String.raw`^(\d{1,2})-(\d{1,2})(?!\d)${TAIL}`, 'i');

/** Reads the one date a plain text holds, in any of the shapes that feeds are known to write; null when it is none. */
export function readWrittenDate(text: string): WrittenDate | null {
  for (const shape of [iso, ordinal, compact, cTime, yearFirst, dayFirst, monthFirst, slashed]) {
    const found = shape(text);
    if (found !== null) return found;
  }
  return null;
}

/** Reads a day and month without year, as lists of news write them; the year is the given one. */
export function readYearless(text: string, year: number): WrittenDate | null {
  const [, month, day, ...rest] = (YEARLESS.exec(text) ?? []) as Groups;
  return month === undefined ? null : tailed([year, Number(month), Number(day)], rest);
}

type Groups = (string | undefined)[];

function ordinal(text: string): WrittenDate | null {
  const [, year, count, ...rest] = (ORDINAL.exec(text) ?? []) as Groups;
  if (year === undefined || Number(count) < 1 || Number(count) > 366) return null;
  const day = new Date(Date.UTC(Number(year), 0, Number(count)));
  return tailed([Number(year), day.getUTCMonth() + 1, day.getUTCDate()], rest);
}

function slashed(text: string): WrittenDate | null {
  const [, first, second, year, ...rest] = (SLASHED.exec(text) ?? []) as Groups;
  const [a, b] = [Number(first), Number(second)];
  if (year === undefined || (a <= 12 && b <= 12 && a !== b)) return null;
  return tailed(a > 12 ? [Number(year), b, a] : [Number(year), a, b], rest);
}

function iso(text: string): WrittenDate | null {
  const [, year, month, day, ...rest] = (ISO.exec(text) ?? []) as Groups;
  return year === undefined ? null : tailed([Number(year), Number(month), Number(day)], rest);
}

function compact(text: string): WrittenDate | null {
  const [, year, month, day, hour, minute, second, utc, offset] = (COMPACT.exec(text) ?? []) as Groups;
  if (year === undefined) return null;
  return tailed(
    [Number(year), Number(month), Number(day)],
    [hour, minute, second, undefined, undefined, utc, offset],
  );
}

function cTime(text: string): WrittenDate | null {
  const [, month, day, hour, minute, second, fraction, half, name, offset, year] = (C_TIME.exec(text) ??
    []) as Groups;
  if (year === undefined) return null;
  return tailed(
    [Number(year), monthOf(month), Number(day)],
    [hour, minute, second, fraction, half, name, offset],
  );
}

function dayFirst(text: string): WrittenDate | null {
  const [, day, month, year, ...rest] = (DAY_FIRST.exec(text) ?? []) as Groups;
  return year === undefined ? null : tailed([fullYear(year), monthOf(month), Number(day)], rest);
}

function monthFirst(text: string): WrittenDate | null {
  const [, month, day, year, ...rest] = (MONTH_FIRST.exec(text) ?? []) as Groups;
  return year === undefined ? null : tailed([Number(year), monthOf(month), Number(day)], rest);
}

function yearFirst(text: string): WrittenDate | null {
  const [, year, month, day, ...rest] = (YEAR_FIRST.exec(text) ?? []) as Groups;
  return year === undefined ? null : tailed([Number(year), monthOf(month), Number(day)], rest);
}

function tailed(date: readonly [number, number, number], rest: Groups): WrittenDate | null {
  const [hour, minute, second, fraction, half, name, offset] = rest;
  return written(date, [hour, minute, second, fraction, half], [name, offset]);
}

function written(
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second, fraction, half]: Groups,
  [name, offset]: Groups,
): WrittenDate | null {
  if (Number.isNaN(month) || month < 1) return null;
  const clock = { hour: hourOf(hour, half), minute: Number(minute ?? 0), second: Number(second ?? 0) };
  const wall = { year, month, day, ...clock, ms: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)) };
  return { wall, timed: hour !== undefined, zone: zoneOf(name, offset) };
}

function hourOf(hour: string | undefined, half: string | undefined): number {
  const plain = Number(hour ?? 0);
  if (half === undefined || plain > 12) return plain;
  return (plain % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Minutes east, or the name as written. `GMT+8` is an offset. */
function zoneOf(name: string | undefined, offset: string | undefined): number | string | null {
  if (offset !== undefined) {
    const [, sign, hours, minutes] = /([+-])\s*(\d{1,2}):?(\d{0,2})/.exec(offset) ?? [];
    const east = Number(hours) * 60 + Number(minutes || 0);
    return sign === '-' ? -east : east;
  }
  return name === undefined ? null : name.toUpperCase();
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** RFC 2822: two digits below 50 are of this century. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 50 ? 2000 : 1900);
}
