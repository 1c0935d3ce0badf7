import type { Day, Instant } from '#domain';

const DAY_MS = 86_400_000;

/** The day of a year, month (1–12) and day, or null where there is no such date. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const valid = year >= 1900 && year <= 2199 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return valid ? date.toISOString().slice(0, 10) : null;
}

/** The last day of a month. */
export function lastOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
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
