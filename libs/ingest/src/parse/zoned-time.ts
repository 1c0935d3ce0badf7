import type { Instant } from '#domain';

/** A time on a clock on a wall. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
}

/** The instant at which clocks in the IANA zone `tz` show this time (the earlier one where they show it twice). */
export function zonedInstant(wall: WallTime, tz: string): Instant {
  const asUtc = utcOf(wall);
  const first = asUtc - offsetAt(asUtc, tz);
  return new Date(asUtc - offsetAt(first, tz)).toISOString();
}

/** The instant for a wall time at a fixed offset in minutes east of UTC. */
export function offsetInstant(wall: WallTime, minutesEast: number): Instant {
  return new Date(utcOf(wall) - minutesEast * 60_000).toISOString();
}

/** Whether the calendar and the clock have such a time (a 24:00 and a leap second pass). */
export function isWallTime(wall: WallTime): boolean {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
  const sameDay = date.getUTCMonth() === wall.month - 1 && date.getUTCDate() === wall.day;
  return (
    sameDay &&
    wall.year >= 1970 &&
    wall.year < 2200 &&
    wall.hour <= 24 &&
    wall.minute < 60 &&
    wall.second <= 60
  );
}

function utcOf({ year, month, day, hour, minute, second, ms }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(tz: string): Intl.DateTimeFormat {
  const known = formats.get(tz);
  if (known) return known;
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: tz, era: 'short', ...parts, ...clock });
  formats.set(tz, format);
  return format;
}

function offsetAt(utcMs: number, tz: string): number {
  const parts = formatFor(tz).formatToParts(new Date(utcMs));
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return shown - Math.floor(utcMs / 1000) * 1000;
}
