import { dayStart, type Instant } from '#domain';
import { plainDate } from './date-words.js';
import { readWrittenDate, readYearless, type WrittenDate } from './feed-date.format.js';
import { isWallTime, offsetInstant, zonedInstant } from './zoned-time.js';

/** A source's date as understood: an instant, or the start of a day in the source's zone. */
export interface FeedDate {
  at: Instant;
  precision: 'instant' | 'day';
}

/** Hours east of UTC. CST is not here: it means China for a Chinese source and US Central elsewhere. */
const NAMED: Readonly<Record<string, number>> = {
  Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, IST: 5.5,
  HKT: 8, SGT: 8, AWST: 8, JST: 9, KST: 9, AEST: 10, AEDT: 11,
  AT: -4, AST: -4, ADT: -3, ET: -5, CT: -6, MT: -7, PT: -8, MET: 1, MEST: 2, WEST: 1, NZST: 12, NZDT: 13, EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
}; // prettier-ignore
const CHINESE_ZONES = /^Asia\/(Shanghai|Chongqing|Harbin|Urumqi|Hong_Kong|Macau|Taipei)$|^PRC$/;

/**
 * A date as feeds write it (RFC 822, ISO 8601, ctime, Chinese, and the broken forms of each), in UTC. A time without
 * zone is meant in `tz`; "CST" means China Standard Time for sources of a Chinese zone. A day without year is the last
 * such day before `receivedAt`, where that is given. Null when unreadable, ambiguous, less precise than a day or
 * impossible: the caller keeps the raw string.
 */
export function parseFeedDate(raw: string, tz: string, receivedAt?: Instant): FeedDate | null {
  const text = plainDate(raw);
  if (/^\d{9,10}$|^\d{12,13}$/.test(text)) return unixTime(text);
  const written = readWrittenDate(text);
  if (written !== null) return dated(written, tz);
  return receivedAt === undefined ? null : lastBefore(text, tz, receivedAt);
}

function dated(written: WrittenDate, tz: string): FeedDate | null {
  if (!isWallTime(written.wall)) return null;
  if (written.timed) return { at: instantOf(written, tz), precision: 'instant' };
  const { year, month, day } = written.wall;
  return { at: dayStart(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, tz), precision: 'day' };
}

/** Clocks differ: what lies less than a day ahead is of this year still. */
const AHEAD_MS = 86_400_000;

function lastBefore(text: string, tz: string, receivedAt: Instant): FeedDate | null {
  const latest = Date.parse(receivedAt) + AHEAD_MS;
  const thisYear = new Date(latest).getUTCFullYear();
  for (const year of [thisYear, thisYear - 1]) {
    const written = readYearless(text, year);
    const date = written === null ? null : dated(written, tz);
    if (date !== null && Date.parse(date.at) <= latest) return date;
  }
  return null;
}

function instantOf({ wall, zone }: WrittenDate, tz: string): Instant {
  if (typeof zone === 'number') return offsetInstant(wall, zone);
  if (zone === 'CST') return offsetInstant(wall, CHINESE_ZONES.test(tz) ? 480 : -360);
  const hours = zone === null ? undefined : NAMED[zone];
  return hours === undefined ? zonedInstant(wall, tz) : offsetInstant(wall, hours * 60);
}

function unixTime(text: string): FeedDate {
  const ms = text.length > 10 ? Number(text) : Number(text) * 1000;
  return { at: new Date(ms).toISOString(), precision: 'instant' };
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
