import { dayStart, type Instant } from '#domain';
import { readWrittenDate, type WrittenDate } from './feed-date.format.js';
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
  EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
}; // prettier-ignore
const CHINESE_ZONES = /^Asia\/(Shanghai|Chongqing|Harbin|Urumqi|Hong_Kong|Macau|Taipei)$|^PRC$/;

/**
 * A date as feeds write it (RFC 822, ISO 8601, Chinese, and the broken forms of each), in UTC. A time without
 * zone is meant in `tz`; "CST" means China Standard Time for sources of a Chinese zone. Null when unreadable
 * or impossible: the caller keeps the raw string.
 */
export function parseFeedDate(raw: string, tz: string): FeedDate | null {
  const text = normalised(raw);
  const written = /^\d{9,10}$|^\d{12,13}$/.test(text) ? null : readWrittenDate(text);
  if (written === null) return unixTime(text);
  if (!isWallTime(written.wall)) return null;
  if (!written.timed) {
    const { year, month, day } = written.wall;
    const start = dayStart(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, tz);
    return { at: start, precision: 'day' };
  }
  return { at: instantOf(written, tz), precision: 'instant' };
}

function instantOf({ wall, zone }: WrittenDate, tz: string): Instant {
  if (typeof zone === 'number') return offsetInstant(wall, zone);
  if (zone === 'CST') return offsetInstant(wall, CHINESE_ZONES.test(tz) ? 480 : -360);
  const hours = zone === null ? undefined : NAMED[zone];
  return hours === undefined ? zonedInstant(wall, tz) : offsetInstant(wall, hours * 60);
}

function normalised(raw: string): string {
  return raw
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[−–]/g, '-')
    .replace(/^(?:[A-Za-z]{3,9}|星期.|周.)\s*[,，]\s*/, '')
    .trim();
}

function unixTime(text: string): FeedDate | null {
  if (!/^\d{9,13}$/.test(text)) return null;
  const ms = text.length > 10 ? Number(text) : Number(text) * 1000;
  return { at: new Date(ms).toISOString(), precision: 'instant' };
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
