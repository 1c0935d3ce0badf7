import { describe, expect, it } from '@jest/globals';
import { announcementLike } from '../public-event.fixture.js';
import { calendar } from './calendar.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';

const about: FeedAbout = {
  title: 'WIC; 世界互联网大会',
  description: '',
  selfUrl: 'https://tracker.example/v1/calendar.ics',
  homeUrl: 'https://tracker.example/',
  lang: 'en',
  pageOf: (id) => `https://tracker.example/announcements/${id}`,
};
const one = (members: Record<string, unknown> = {}) =>
  announcementLike({ recordedAt: '2023-06-20T03:00:00.000Z', ...members }) as unknown as FeedAnnouncement;
const day = (start: string | null, end: string | null, precision = 'day') => ({
  happens: { start, end, precision, tz: 'Asia/Shanghai' },
});

/** The properties of each event, unfolded and unescaped. */
function events(text: string): Record<string, string>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const found: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') found.push({});
    const cut = line.indexOf(':');
    const event = found.at(-1);
    if (event)
      event[line.slice(0, cut)] = line
        .slice(cut + 1)
        .replaceAll(String.raw`\n`, '\n')
        .replaceAll(/\\(.)/g, '$1');
  }
  return found;
}

describe('the calendar', () => {
  it('holds all-day events, the day after the last as their end', () => {
    const [event] = events(calendar([one()], about));
    expect(event).toMatchObject({
      UID: 'a1@wic-tracker',
      'DTSTART;VALUE=DATE': '20230626',
      'DTEND;VALUE=DATE': '20230629',
      DTSTAMP: '20230620T030000Z',
      LOCATION: 'Qufu, Shandong',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
    });
  });

  it('raises SEQUENCE on a revision and cancels what was withdrawn', () => {
    const [event] = events(calendar([one({ revision: 3, status: 'withdrawn' })], about));
    expect(event).toMatchObject({ UID: 'a1@wic-tracker', SEQUENCE: '3', STATUS: 'CANCELLED' });
  });

  it('tells deadlines of registrations and calls', () => {
    const registration = { kind: 'competition_registration' };
    const both = events(calendar([one({ ...registration, ...day('2023-07-01', '2023-08-15') })], about));
    expect(
      both.map((event) => [event['DTSTART;VALUE=DATE'], event['SUMMARY']!.startsWith('Deadline: ')]),
    ).toEqual([
      ['20230701', false],
      ['20230815', true],
    ]);
    const [closing] = events(calendar([one({ ...registration, ...day(null, '2023-08-15') })], about));
    expect(closing!['SUMMARY']).toMatch(/^Deadline: /);
  });

  it('leaves out what has no day', () => {
    const undated = [
      one({ happens: null }),
      one(day('2023-11-01', '2023-11-30', 'month')),
      one(day(null, null)),
    ];
    expect(events(calendar(undated, about))).toEqual([]);
  });

  it('folds at 75 bytes within no character, and escapes', () => {
    const title = '乌镇峰会；, ; \\ 🎉'.repeat(20) + '\r\nBEGIN:VEVENT';
    const text = calendar([one({ title: { en: title } })], about);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    const [event, none] = events(text);
    expect(event!['SUMMARY']).toBe(title.replace('\r\n', '\n'));
    expect(none).toBeUndefined();
  });
});
