import { dayEnd, dayStart, DomainError, isDay, isTimeZone, WIC_TZ, type Instant } from '#domain';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * The instant a date or instant given from outside means. A date is a whole day in `tz`: its first instant as a
 * lower bound (`start`), its last as an upper one (`end`). Throws DomainError `invalid` naming `pointer`.
 */
export function instantOf(text: string, tz: string, edge: 'start' | 'end', pointer: string): Instant {
  if (isDay(text)) return edge === 'start' ? dayStart(text, tz) : dayEnd(text, tz);
  const isReal = INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
  if (isReal) return new Date(text).toISOString();
  throw new DomainError(
    'invalid',
    `"${text}" is neither a date (2023-06-15) nor an instant (2023-06-15T08:00:00Z).`,
    pointer,
  );
}

/** The zone given, or the WIC's. Throws DomainError `invalid` for one that does not exist. */
export function zoneOf(tz: string | undefined): string {
  if (tz === undefined) return WIC_TZ;
  if (isTimeZone(tz)) return tz;
  throw new DomainError('invalid', `"${tz}" is no IANA time zone, like Asia/Shanghai.`, '/tz');
}
