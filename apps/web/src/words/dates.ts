import type { Happens } from '#client';
import { language } from './words.svelte.js';

/** The WIC's zone: its days are days there (design: a date without time means that day in Asia/Shanghai). */
export const WIC_TZ = 'Asia/Shanghai';

const locale = () => (language.lang === 'zh' ? 'zh-CN' : 'en-GB');
const made = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale()} ${JSON.stringify(options)}`;
  const known = made.get(name) ?? new Intl.DateTimeFormat(locale(), options);
  made.set(name, known);
  return known;
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: WIC_TZ });

/** The day (YYYY-MM-DD) in the WIC's zone of an instant. */
export function dayOf(instant: string): string {
  return isoDay.format(new Date(instant));
}

/** A day (YYYY-MM-DD) as its reader writes it. */
export const sayDay = (day: string, options: Intl.DateTimeFormatOptions = DAY): string =>
  format({ ...options, timeZone: 'UTC' }).format(noon(day));

/** An instant in the reader's own zone, to the minute. */
export const sayInstant = (instant: string): string =>
  format({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** When something was announced, no more exactly than it is known. */
export function sayAnnounced({
  announcedAt,
  announcedAtPrecision,
}: {
  announcedAt: string;
  announcedAtPrecision: string;
}): string {
  return sayPeriod(dayOf(announcedAt), announcedAtPrecision);
}

/** When something happens, no more exactly than it is known; one end may be open. */
export function sayHappens({ start, end, precision }: Happens): string {
  const { from, until } = language.words.dates;
  if (precision !== 'day') return sayPeriod((start ?? end)!, precision);
  if (start === null) return until(sayDay(end!));
  if (end === null) return from(sayDay(start));
  return start === end ? sayDay(start) : sayDays(start, end);
}

/** From one day to another. Chinese says the year and month once, which the browser's own ranges do not. */
function sayDays(start: string, end: string): string {
  if (language.lang === 'en') return format({ ...DAY, timeZone: 'UTC' }).formatRange(noon(start), noon(end));
  if (start.slice(0, 4) !== end.slice(0, 4)) return `${sayDay(start)}至${sayDay(end)}`;
  const isSameMonth = start.slice(0, 7) === end.slice(0, 7);
  return `${sayDay(start)}至${sayDay(end, isSameMonth ? { day: 'numeric' } : { month: 'long', day: 'numeric' })}`;
}

/** A day, or the month, quarter or year that it stands for. */
export function sayPeriod(day: string, precision: string): string {
  if (precision === 'month') return sayDay(day, MONTH);
  if (precision === 'year') return sayDay(day, { year: 'numeric' });
  if (precision === 'quarter') {
    return language.words.dates.quarter(Math.ceil(Number(day.slice(5, 7)) / 3), day.slice(0, 4));
  }
  return sayDay(day);
}

/** How far away an instant is, in the largest unit that fits: "3 days ago", "in 5 minutes". */
export function sayDistance(instant: string, now: number = Date.now()): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const units = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(Math.trunc(seconds), 'second');
}

export const sayNumber = (number: number): string => number.toLocaleString(locale());

/** A share between 0 and 1 in percent. */
export const sayShare = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);
