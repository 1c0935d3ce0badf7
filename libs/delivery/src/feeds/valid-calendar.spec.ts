import ICAL from 'ical.js';
import { describe, expect, it } from '@jest/globals';
import { announcementLike } from '../public-event.fixture.js';
import { calendar } from './calendar.js';
import type { FeedAbout, FeedAnnouncement } from './feed-input.js';

const about: FeedAbout = {
  title: 'WIC, 世界互联网大会; 日历',
  description: '',
  selfUrl: 'https://tracker.example/v1/calendar.ics?kind=forum&lang=zh',
  homeUrl: 'https://tracker.example/',
  lang: 'zh',
  pageOf: (id) => `https://tracker.example/v1/announcements/${id}`,
};
const one = (members: Record<string, unknown> = {}) =>
  announcementLike({ recordedAt: '2023-06-20T03:00:00.000Z', ...members }) as unknown as FeedAnnouncement;
const days = (start: string | null, end: string | null) => ({
  happens: { start, end, precision: 'day', tz: 'Asia/Shanghai' },
});

/** The calendar as an independent parser reads it. */
function read(announcements: FeedAnnouncement[]) {
  const text = calendar(announcements, about);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = root.getAllSubcomponents('vevent').map((component) => ({
    component,
    event: new ICAL.Event(component),
    value: (name: string) => component.getFirstPropertyValue(name),
  }));
  return { text, root, events };
}

describe('the calendar, read by ical.js', () => {
  it('is a calendar with its required properties, and so is an empty one', () => {
    for (const announcements of [[one()], []]) {
      const { root } = read(announcements);
      expect(root.name).toBe('vcalendar');
      expect(root.getFirstPropertyValue('version')).toBe('2.0');
      expect(String(root.getFirstPropertyValue('prodid'))).toMatch(/wic-tracker/);
      const name = String(root.getFirstPropertyValue('name')); // a property this parser does not unescape
      expect(name.replaceAll('\\', '')).toBe(about.title);
      expect(root.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai');
    }
  });

  it('has all-day events whose end is the day after the last', () => {
    const [three, single, open] = read([
      one(),
      one({ id: 'b', ...days('2023-06-15', '2023-06-15') }),
      one({ id: 'c', ...days('2023-12-31', null) }),
    ]).events;
    const span = ({ event }: NonNullable<typeof three>) => [
      event.startDate.isDate,
      event.startDate.toString(),
      event.endDate.toString(),
      event.duration.toSeconds() / 86_400,
    ];
    expect(span(three!)).toEqual([true, '2023-06-26', '2023-06-29', 3]);
    expect(span(single!)).toEqual([true, '2023-06-15', '2023-06-16', 1]);
    expect(span(open!)).toEqual([true, '2023-12-31', '2024-01-01', 1]);
  });

  it('keeps UID and raises SEQUENCE and LAST-MODIFIED over a revision, and cancels what was withdrawn', () => {
    const [before] = read([one()]).events;
    const changed = { revision: 4, updatedAt: '2023-06-22T08:00:00.000Z' };
    const [after] = read([one({ ...changed, ...days('2023-07-01', '2023-07-02') })]).events;
    expect(after!.event.uid).toBe(before!.event.uid);
    expect([before!.event.sequence, after!.event.sequence]).toEqual([0, 4]);
    expect(String(after!.value('last-modified'))).toBe('2023-06-22T08:00:00Z');
    expect(after!.value('status')).toBe('CONFIRMED');
    const [gone] = read([one({ ...changed, revision: 5, status: 'withdrawn' })]).events;
    expect([gone!.event.uid, gone!.value('status'), gone!.event.sequence]).toEqual([
      before!.event.uid,
      'CANCELLED',
      5,
    ]);
  });

  it('has a deadline of its own, whose UID stays when the beginning becomes known', () => {
    const call = { kind: 'call_for_entries', ...days(null, '2023-08-15') };
    const [deadline] = read([one(call)]).events;
    const both = read([one({ ...call, ...days('2023-07-01', '2023-08-15') })]).events;
    expect(both).toHaveLength(2);
    const [, later] = both;
    expect(later!.event.uid).toBe(deadline!.event.uid);
    expect(later!.event.summary).toMatch(/^截止：/);
    expect(later!.event.endDate.toString()).toBe('2023-08-16');
    expect(new Set(both.map(({ event }) => event.uid)).size).toBe(2);
  });

  it('gives back every text as it was, whatever stands in it, in lines of at most 75 octets', () => {
    const title = '第十届；乌镇, 峰会\\n: "数字" 🎉🇨🇳 END:VEVENT '.repeat(9).trim();
    const place = { name: '浙江省; 桐乡市, 乌镇', country: 'CN' };
    const { text, events } = read([one({ title: { zh: title }, place })]);
    expect(events).toHaveLength(1);
    expect(events[0]!.event.summary).toBe(title);
    expect(events[0]!.event.location).toBe(place.name);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const line of text.split('\r\n')) expect(Buffer.from(line).toString()).not.toContain('\uFFFD');
  });

  it('has one UID an entry, whatever it holds', () => {
    const all = ['a', 'b', 'c'].flatMap((id) => one({ id, kind: 'competition_registration' }));
    const uids = read(all).events.map(({ event }) => event.uid);
    expect(uids).toHaveLength(6);
    expect(new Set(uids).size).toBe(6);
  });
});
