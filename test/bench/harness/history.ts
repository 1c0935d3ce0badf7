import type { Coverage, Kind, Reading } from '#domain';
import { KINDS } from '#domain';
import { toAppend, type EventToAppend } from '#event-store';

/** Events of one announcement. */
export const EVENTS_EACH = 10;
/** One event in so many is announced long before those around it in the log. */
const LATE = 5;
const FIRST = Date.UTC(2014, 10, 1);
const DAY = 86_400_000;
const YEARS = 12;

/** An event on its way into the log, with the place it belongs to. */
export interface Planned {
  stream: string;
  revision: number;
  event: EventToAppend;
}

/**
 * Event `n` of an announcement, of a history of `announcements` spread over twelve years. Every fifth event is
 * late: announced up to three months before its time in the log.
 */
export function planned(announcement: number, n: number, announcements: number, each = EVENTS_EACH): Planned {
  const time = FIRST + (announcement / announcements) * YEARS * 365 * DAY + n * 7 * 3_600_000;
  const serial = announcement * each + n;
  const late = n % LATE === LATE - 1 ? (1 + (serial % 90)) * DAY : 0;
  const announcedAt = new Date(time - late).toISOString();
  const reading = readingOf(announcement, n, announcedAt);
  const coverage = coverageOf(announcement, n, announcedAt);
  const fact = { ...factOf(n, reading, coverage), announcedAt };
  const meta = { id: `e-${serial}`, backfill: false, causationId: null, correlationId: null, actor: 'bench' };
  return { stream: `announcement-a${announcement}`, revision: n, event: toAppend(fact as never, meta) };
}

function factOf(n: number, reading: Reading, coverage: Coverage) {
  const shared = { reading, coverage, extractor: '1', proposalId: null };
  const match = { rule: 'same-activity', score: 1 };
  if (n === 0) return { type: 'AnnouncementPublished', data: shared };
  if (n % 3 !== 0) return { type: 'CoverageAdded', data: { ...shared, match } };
  const data = { ...shared, cause: 'new_report', match, rereads: null, overrules: [] };
  return { type: 'AnnouncementRevised', data };
}

function readingOf(announcement: number, n: number, announcedAt: string): Reading {
  const day = announcedAt.slice(0, 10);
  return {
    kind: KINDS[announcement % KINDS.length] as Kind,
    activity: {
      id: `forum/dialogue-${announcement % 997}/${day.slice(0, 4)}`,
      title: { en: 'Dialogue' },
      known: false,
    },
    phase: (['plan', 'open', 'close'] as const)[announcement % 3] ?? null,
    title: { en: `Dialogue number ${announcement} takes shape`, zh: `第${announcement}场对话即将举行` },
    summary: {
      en: `Report ${n}: guests of many countries will talk about data, trust and the governance of networks.`,
    },
    announcedAt,
    announcedAtBasis: 'source',
    announcedAtPrecision: 'instant',
    announcedAtRaw: null,
    happens: { start: day, end: day, precision: 'day', tz: 'Asia/Shanghai' },
    place: { name: `Town ${announcement % 300}`, country: 'CN' },
    organisations: ['World Internet Conference', `Institute ${announcement % 500}`],
    people: [],
    theme: null,
    confidence: 0.9,
    evidence: (['kind', 'title', 'place', 'happens'] as const).map((field) => ({
      ...{ field, in: 'text' as const, start: 10, end: 39, text: 'the words that say just this.' },
    })),
  };
}

function coverageOf(announcement: number, n: number, publishedAt: string): Coverage {
  const itemId = `item-${announcement}-${n}`;
  return {
    itemId,
    itemRevision: 0,
    sourceId: `source-${(announcement + n) % 40}`,
    url: `https://news.example/${itemId}`,
    title: `Dialogue number ${announcement}, report ${n}`,
    lang: n % 2 ? 'zh' : 'en',
    publishedAt,
  };
}
