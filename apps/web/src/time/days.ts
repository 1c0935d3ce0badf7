/** A day as YYYY-MM-DD. Counted in UTC, so that no zone shifts one. */
export type Day = string;

const DAY_MS = 86_400_000;
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOfMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && dayOfMs(at(text)) === text;
}

/** Fractions of days are rounded. */
export function addDays(day: Day, days: number): Day {
  return dayOfMs(at(day) + Math.round(days) * DAY_MS);
}

/** The same day of another month, or its last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOfMs(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to) - at(from)) / DAY_MS);
}

export function clampDay(day: Day, first: Day, last: Day): Day {
  if (day < first) return first;
  return day > last ? last : day;
}
