import type { Day, Instant } from '#domain';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of a year, month (1–12) and day, or null where there is no such date. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const valid = year >= 1900 && year <= 2199 && day >= 1 && day <= daysIn(year, month);
  return valid ? `${year}-${two(month)}-${two(day)}` : null;
}

/** The last day of a month. */
export function lastOfMonth(year: number, month: number): Day {
  return `${year}-${two(month)}-${two(daysIn(year, month))}`;
}

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone; in UTC where the zone is unknown. Null for what is no instant. */
export function dayIn(instant: Instant, tz: string): Day | null {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return null;
  let format = FORMATS.get(tz);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-CA', {
        timeZone: tz,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      });
    } catch {
      return new Date(time).toISOString().slice(0, 10);
    }
    FORMATS.set(tz, format);
  }
  return format.format(time);
}
