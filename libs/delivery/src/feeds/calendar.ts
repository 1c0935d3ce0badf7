import { addDays, WIC_TZ, type Day } from '#domain';
import { paragraphsOf, titleOf } from './feed-entry.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';
import { contentLine, textValue } from './calendar-line.js';

/** Kinds whose last day is a deadline that people must not miss. */
const WITH_DEADLINE = ['competition_registration', 'call_for_entries'];

interface Entry {
  uid: string;
  title: string;
  start: Day;
  /** Inclusive. */
  end: Day;
}

/**
 * iCalendar (RFC 5545) of what announcements say will happen: all-day events, which are the days of the place
 * wherever they are looked at. What is known to the month or worse has no day and is left out. A revision
 * raises SEQUENCE; what was withdrawn or called off is CANCELLED, so that it vanishes from subscribers' calendars.
 */
export function calendar(announcements: readonly FeedAnnouncement[], about: FeedAbout): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//wic-tracker//wic-tracker//EN',
    'CALSCALE:GREGORIAN',
  ];
  const name = [
    contentLine('NAME', textValue(about.title)),
    contentLine('X-WR-CALNAME', textValue(about.title)),
    contentLine('X-WR-TIMEZONE', WIC_TZ),
  ];
  const refresh = [
    'METHOD:PUBLISH',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    contentLine('SOURCE;VALUE=URI', about.selfUrl),
  ];
  const events = announcements.flatMap((one) =>
    entriesOf(one, about).map((entry) => eventOf(entry, one, about)),
  );
  return [...head, ...name, ...refresh, ...events, 'END:VCALENDAR', ''].join('\r\n');
}

function entriesOf(announcement: FeedAnnouncement, about: FeedAbout): Entry[] {
  const { id, happens, kind } = announcement;
  if (happens === null || happens.precision !== 'day') return [];
  const { start, end } = happens;
  const title = titleOf(announcement, about.lang);
  const deadline = about.lang === 'zh' ? `截止：${title}` : `Deadline: ${title}`;
  const uid = `${id}@wic-tracker`;
  const last = { uid: `${id}-deadline@wic-tracker`, title: deadline };
  if (start === null) return end === null ? [] : [{ ...last, start: end, end }];
  const entry = { uid, title, start, end: end ?? start };
  if (end === null || end === start || !WITH_DEADLINE.includes(kind)) return [entry];
  return [entry, { ...last, start: end, end }];
}

function eventOf(entry: Entry, announcement: FeedAnnouncement, about: FeedAbout): string {
  const { revision, place, status, phase, kind, id } = announcement;
  const stamp = (announcement.updatedAt ?? announcement.recordedAt).replaceAll(/[-:]|\.\d+/g, '');
  const cancelled = status === 'withdrawn' || status === 'merged' || phase === 'cancel';
  const description = [...paragraphsOf(announcement, about.lang), about.pageOf(id)].join('\n');
  return [
    'BEGIN:VEVENT',
    contentLine('UID', entry.uid),
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${revision}`,
    `DTSTART;VALUE=DATE:${entry.start.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(entry.end, 1).replaceAll('-', '')}`,
    contentLine('SUMMARY', textValue(entry.title)),
    contentLine('DESCRIPTION', textValue(description)),
    ...(place ? [contentLine('LOCATION', textValue(place.name))] : []),
    contentLine('URL', about.pageOf(id)),
    contentLine('CATEGORIES', textValue(kind)),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ].join('\r\n');
}
