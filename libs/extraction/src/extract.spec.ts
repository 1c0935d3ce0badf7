import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casesOf, type Case, type Expected } from './cases/case.fixture.js';
import { extract } from './extract.js';
import type { Document, Statement } from './extraction.js';

const englishCases = casesOf('english');
const chineseCases = casesOf('chinese');

function documentOf(from: Partial<Case> & { text: string }): Document {
  const published = from.published ? new Date(`${from.published}T00:00:00+08:00`).toISOString() : null;
  return {
    title: from.title ?? null,
    text: from.text,
    url: from.url ?? null,
    lang: null,
    publishedAt: published,
    publishedAtPrecision: published ? 'day' : null,
    publishedAtRaw: from.published ?? null,
    receivedAt: '2026-11-21T00:00:00.000Z',
    tz: 'Asia/Shanghai',
    trusted: false,
  };
}

const FIELDS: Record<keyof Expected, (reading: Statement['reading'], wanted: Expected) => unknown> = {
  kind: (reading) => reading.kind,
  start: (reading) => reading.happens?.start ?? null,
  end: (reading) => reading.happens?.end ?? null,
  phase: (reading) => reading.phase,
  activity: (reading) => reading.activity?.id,
  place: ({ place }, wanted) =>
    wanted.place && place?.name.includes(wanted.place) ? wanted.place : place?.name,
};

/** What a statement says of the things that an expectation names. */
function said(statement: Statement | undefined, wanted: Expected): Record<string, unknown> {
  const fields = Object.keys(wanted) as (keyof Expected)[];
  return Object.fromEntries(
    fields.map((field) => [field, statement && FIELDS[field](statement.reading, wanted)]),
  );
}

describe('extract', () => {
  describe.each([
    ['English', englishCases],
    ['Chinese', chineseCases],
    ['English in other words', casesOf('english-phrasing')],
    ['Chinese in other words', casesOf('chinese-phrasing')],
  ])('%s', (_, cases) => {
    it.each(cases.map((c) => [c.name, c] as const))('reads %s', (_name, given) => {
      const { statements, relevant } = extract(documentOf(given));
      expect(statements.map((s) => s.reading.kind).sort()).toEqual(given.expected.map((e) => e.kind).sort());
      for (const wanted of given.expected) {
        const statement = statements.find((s) => s.reading.kind === wanted.kind);
        expect(said(statement, wanted)).toEqual({ ...wanted });
      }
      expect(relevant).toBe(given.expected.length > 0);
    });
  });

  it('gives every field that is told its evidence', () => {
    for (const given of [...englishCases, ...chineseCases]) {
      for (const { reading } of extract(documentOf(given)).statements) {
        const proven = new Set(reading.evidence.map((e) => e.field));
        const told = (['happens', 'place', 'theme', 'kind'] as const).filter(
          (field) => reading[field] !== null,
        );
        expect(told.filter((field) => !proven.has(field))).toEqual([]);
      }
    }
  });

  it('gives the same keys whenever the same text is read', () => {
    for (const given of [...englishCases, ...chineseCases]) {
      const keys = extract(documentOf(given)).statements.map((s) => s.key);
      expect(extract(documentOf(given)).statements.map((s) => s.key)).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('gives the same activity for both languages', () => {
    const en = extract(
      documentOf(
        englishCases.find((c) => c.name === 'blue book' || c.name === 'a blue book') ?? { text: '' },
      ),
    );
    const zh = extract(documentOf(chineseCases.find((c) => c.name === 'blue books') ?? { text: '' }));
    expect(en.statements[0]?.reading.activity?.id).toBe(zh.statements[0]?.reading.activity?.id);
  });

  it('reads traditional characters with pinyin noise and proves it by the characters as given', () => {
    const text =
      '6月15日，世界互聯(lián)網(wǎng)大會(huì)浙江辦(bàn)事處揭牌儀式在烏鎮(zhèn)舉行，辦事處正式揭牌。';
    const { statements } = extract(documentOf({ text, published: '2023-06-16' }));
    expect(statements.map((s) => [s.reading.kind, s.reading.happens?.start])).toEqual([
      ['office_opening', '2023-06-15'],
    ]);
    for (const e of statements[0]?.reading.evidence ?? []) expect(text.slice(e.start, e.end)).toBe(e.text);
  });

  const words = fc.constantFrom(
    ...[
      'World Internet Conference',
      'Wuzhen Summit',
      '世界互联网大会',
      '乌镇峰会',
      'opened',
      '开幕',
      '举行',
      'on',
      'Nov. 8-10',
      '11月6日至9日',
      '\n',
      '. ',
      '。',
    ],
    ...[
      '“互联网之光”博览会',
      'Zhejiang Office',
      'was held',
      '(lián)',
      '\ud83d',
      '\udc00',
      '\u00a0',
      '第',
      '届',
      '31',
      '2月30日',
      'Feb 30',
      '((((',
      '"',
      '《',
      '在',
      '乌镇',
      'Friday',
    ],
  );
  const soup = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
    fc.string({ maxLength: 400, unit: 'binary' }),
  );

  it('never throws, and its evidence is always an exact slice', () => {
    fc.assert(
      fc.property(soup, soup, fc.boolean(), (text, title, trusted) => {
        const { statements } = extract({ ...documentOf({ text, published: '2025-11-07' }), title, trusted });
        for (const { reading } of statements) {
          for (const e of reading.evidence) {
            expect((e.in === 'title' ? title : text).slice(e.start, e.end)).toBe(e.text);
            expect(e.text).not.toBe('');
          }
          const { start, end } = reading.happens ?? { start: null, end: null };
          if (start !== null && end !== null) expect(start <= end).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['brackets', '('.repeat(100_000)],
    ['quotes', '"世界互联网大会'.repeat(20_000)],
    ['one word', `世界互联网大会${'大'.repeat(200_000)}`],
    ['capitals', `World Internet Conference ${'Aa '.repeat(70_000)}Forum was held`],
    ['spaces', `World Internet Conference${' '.repeat(200_000)}opened`],
    ['halves of surrogates', `世界互联网大会${'\ud83d'.repeat(100_000)}开幕`],
    ['a book', 'The World Internet Conference opened in Wuzhen on Friday. '.repeat(18_000)],
    ['dates', `World Internet Conference ${'Nov 1, '.repeat(30_000)}`],
  ])('reads %s in a moment', (_, text) => {
    const before = process.cpuUsage();
    extract(documentOf({ text, title: 'World Internet Conference', published: '2025-11-07' }));
    const used = process.cpuUsage(before);
    expect((used.user + used.system) / 1000).toBeLessThan(4_000);
  });
});
