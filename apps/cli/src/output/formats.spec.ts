import { describe, expect, it } from '@jest/globals';
import type { Announcement } from '#client';
import { resetText } from '../commands/following.command.js';
import { announcementList, announcementPage, dayIn, happensText } from './announcement.format.js';
import { eventLine } from './event.format.js';
import { historyText } from './history.format.js';
import { recordText } from './record.format.js';
import { reextractionText } from './reextraction.format.js';
import { statusText } from './status.format.js';
import { table } from './terminal.js';
import { fitted, width } from './width.js';

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const plain = (text: string) => text.replace(ANSI, '');

const office: Announcement = {
  ...{ id: 'id-1', revision: 0, position: '7', kind: 'office_opening', activity: null, phase: 'open' },
  ...{ title: { zh: '浙江办事处揭牌' }, summary: null, announcedAt: '2023-06-14T16:00:00.000Z' },
  ...{ announcedAtBasis: 'source', announcedAtPrecision: 'day', recordedAt: '2026-11-21T19:00:00.000Z' },
  ...{ backfill: true, organisations: [], people: [{ name: 'Ren Xianliang', role: null }], theme: null },
  happens: { start: '2023-06-15', end: '2023-06-15', precision: 'day', tz: 'Asia/Shanghai' },
  ...{ place: null, status: 'published', mergedInto: null, confidence: 0.97, coverage: [], evidence: [] },
};
const summit: Announcement = {
  ...office,
  id: 'id-2',
  kind: 'summit',
  title: { en: 'Summit' },
  happens: null,
};

describe('width', () => {
  it('counts CJK and full-width characters twice, colours and combining marks not at all', () => {
    expect(['Wuzhen', '乌镇', '“乌镇”', '（2023）', 'é', '𠀀', '🎉'].map(width)).toEqual([
      6, 4, 6, 8, 1, 2, 2,
    ]);
    expect(width('\u001b[36m乌镇\u001b[39m')).toBe(4);
  });

  it('cuts to what fits, never through a wide character', () => {
    expect(fitted('世界互联网大会', 14)).toBe('世界互联网大会');
    expect(fitted('世界互联网大会', 8)).toBe('世界互…');
    expect(width(fitted('世界互联网大会', 9))).toBeLessThanOrEqual(9);
  });
});

describe('table', () => {
  it('aligns Chinese with Latin, and rows of different lengths', () => {
    expect(table([['乌镇', 'a'], ['Wuzhen', 'b', 'c'], ['x']])).toBe('乌镇    a\nWuzhen  b  c\nx');
    expect(table([])).toBe('');
  });
});

describe('announcements', () => {
  it('are one line each where there is room, aligned', () => {
    expect(plain(announcementList([office, summit], 100)).split('\n')).toEqual([
      '2023-06-15  office_opening  2023-06-15  浙江办事处揭牌  id-1',
      '2023-06-15  summit                      Summit          id-2',
    ]);
  });

  it('are two lines each in a narrow terminal, none too long', () => {
    const lines = plain(announcementList([office, summit], 50)).split('\n');
    expect(lines).toEqual([
      '2023-06-15  office_opening  浙江办事处揭牌',
      '            2023-06-15  id-1',
      '2023-06-15  summit  Summit',
      '            id-2',
    ]);
  });

  it('say so when there are none', () => expect(announcementList([])).toBe('No announcements.'));

  it('tell days in the zone of the WIC, and only as precise as is known', () => {
    expect(dayIn('2023-06-14T16:00:00.000Z')).toBe('2023-06-15');
    expect(dayIn('2023-06-14T15:59:59.999Z')).toBe('2023-06-14');
    const happens = (
      start: string | null,
      end: string | null,
      precision: 'day' | 'month' | 'quarter' | 'year',
    ) => happensText({ happens: { start, end, precision, tz: 'Asia/Shanghai' } });
    expect(happens('2023-11-08', '2023-11-10', 'day')).toBe('2023-11-08 to 2023-11-10');
    expect(happens(null, '2023-08-31', 'day')).toBe('until 2023-08-31');
    expect(happens('2023-07-01', null, 'day')).toBe('from 2023-07-01');
    expect(happens('2023-11-01', '2023-11-30', 'month')).toBe('2023-11');
    expect(happens('2023-07-01', '2023-09-30', 'quarter')).toBe('2023 Q3');
    expect(happens('2023-01-01', '2023-12-31', 'year')).toBe('2023');
  });

  it('show on their page what is known, and nothing else', () => {
    const page = plain(announcementPage(office));
    expect(page).toContain('announced   2023-06-15 (source, to the day)');
    expect(page).toContain('Ren Xianliang');
    expect(page).not.toMatch(/place|null|undefined|Evidence/);
  });
});

describe('history', () => {
  it('says what changed in words, and leaves out what never was', () => {
    const entry = { type: 'announcement.revised', position: '9', revision: 1, announcedAt: null };
    const changes = [
      { field: 'title', from: { en: 'Old' }, to: { en: 'New', zh: '新' } },
      { field: 'place', from: null, to: { name: 'Wuzhen', country: 'CN' } },
      { field: 'theme', from: 'AI', to: null },
      { field: 'people', from: null, to: [] },
    ];
    const recordedAt = '2026-11-21T19:00:00.000Z';
    const told = { ...{ eventId: 'e', announcementId: 'a', backfill: false }, why: { cause: 'new_report' } };
    const text = historyText([{ ...entry, ...told, recordedAt, actor: 'reader', changes }]);
    expect(plain(text).split('\n')).toEqual([
      '2026-11-21 19:00:00Z  announcement.revised  by reader: new report  position 9',
      '    title: Old → New / 新',
      '    place: Wuzhen',
      '    theme: AI → none',
    ]);
  });
});

describe('events', () => {
  const event = { position: '7', announcedAt: null, recordedAt: '2026-11-21T19:00:00.000Z', backfill: false };

  it('are a line each: what an announcement says, or what else it is about', () => {
    const published = { ...event, type: 'announcement.published', data: { announcement: office } };
    expect(plain(eventLine(published))).toBe('2026-11-22  published   office_opening      浙江办事处揭牌');
    const item = { ...event, type: 'item.received', data: { item: { title: '', url: 'http://a/1' } } };
    expect(plain(eventLine(item))).toBe('2026-11-22  item.received  http://a/1');
    expect(plain(eventLine({ ...event, type: 'log.sealed', data: {} }))).toBe('2026-11-22  log.sealed');
  });

  it('after a reset, say where the log ends and what to type', () => {
    const text = resetText({ position: '266', logId: 'log-2' }, '999');
    expect(text).toContain('999');
    expect(text).toContain('wic follow --after 266');
  });
});

describe('records and status', () => {
  it('are lines of name and value without JSON', () => {
    const record = {
      ok: true,
      log: { events: 3, problem: null },
      dueAt: '2026-11-21T19:00:00.123Z',
      scopes: [],
    };
    expect(plain(recordText(record)).split('\n')).toEqual([
      'ok          yes',
      'log.events  3',
      'dueAt       2026-11-21 19:00:00Z',
      'scopes      none',
    ]);
  });

  it('tell lag and counts in words', () => {
    const views = [
      { name: 'log', position: '5', head: '5', lagMs: 0 },
      { name: 'items', position: '3', head: '5', lagMs: 1500 },
      { name: 'review', position: null, head: '5', lagMs: 0 },
    ];
    const text = plain(
      statusText({
        ...{
          version: '1.0.0',
          roles: ['api'],
          startedAt: '2026-11-21T19:00:00.000Z',
          logId: 'log-1',
          head: '5',
        },
        ...{ seal: null, views, sources: { ok: 2, failing: 1 }, webhooks: {} },
      }),
    );
    expect(text).toMatch(/sources +2 ok, 1 failing\n/);
    expect(text).toMatch(/webhooks +none\n/);
    expect(text).toMatch(/log +up to date\n +items +at 3 of 5, 1\.5 s behind\n +review +being filled$/);
    expect(text).not.toMatch(/[{}[\]]/);
  });
});

it('tells a dry run of re-extraction field by field, and a run by its counts', () => {
  const place = { field: 'place', from: null, to: { name: 'Wuzhen', country: 'CN' } };
  const difference = {
    ...{ itemId: 'item-1', itemTitle: null, announcementId: 'id-1', title: { en: 'An office' } },
    ...{ events: ['AnnouncementRevised'], changes: [place], reason: null },
  };
  const counts = { items: 2, dryRun: true, changes: { AnnouncementRevised: 1 } };
  const text = plain(reextractionText({ ...counts, differences: [difference], untold: 3 }));
  expect(text).toContain('revised  An office  id-1\n    in a document (item-1)\n    place: Wuzhen');
  expect(text).toContain('and 3 more');
  expect(plain(reextractionText({ ...counts, changes: {} }))).toMatch(/items\s+2/);
});
