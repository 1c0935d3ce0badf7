import { periodOf, type Day } from '#domain';
import { extract } from '#extraction';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChronicle } from './chronicle-files.js';
import { chronicleStatement } from './chronicle-reading.js';
import type { ChronicleEntry } from './chronicle.schema.js';

const YEARS = Array.from({ length: 13 }, (_, i) => 2014 + i);
/** The last day that the chronicle tells of. */
const LAST: Day = '2026-11-21';

let entries: ChronicleEntry[] = [];
beforeAll(async () => {
  entries = await readChronicle();
});

const keyOf = ({ activity, kind, phase }: ChronicleEntry) => `${activity} ${kind} ${phase ?? '-'}`;
const repeated = (keys: string[]) => keys.filter((key, i) => keys.indexOf(key) !== i);
const idsOf = (some: ChronicleEntry[]) => some.map(({ id }) => id);
const toldBy = (day: Day) => entries.filter(({ announcedAt }) => announcedAt <= day);
const tells = (day: Day, key: string) => toldBy(day).some((entry) => keyOf(entry) === key);

/** The day a thing told only afterwards counts as announced: its first, or the last of a month or year. */
function happeningDay({ happens }: ChronicleEntry): Day | null {
  if (happens === null) return null;
  const day = happens.start ?? happens.end;
  if (day === null || happens.precision === 'day') return day;
  return periodOf(day, happens.precision).end;
}

describe('the chronicle', () => {
  it('has at least 80 entries, each with an id of its own', () => {
    expect(entries.length).toBeGreaterThanOrEqual(80);
    expect(repeated(idsOf(entries))).toEqual([]);
  });

  it('tells each phase of an activity once', () => {
    expect(repeated(entries.map(keyOf))).toEqual([]);
  });

  it('tells nothing before 2014 or after its own last day, oldest first', () => {
    const outside = entries.filter(({ announcedAt: at }) => at < '2014-01-01' || at > LAST);
    expect(idsOf(outside)).toEqual([]);
    expect(entries.map(({ announcedAt }) => announcedAt)).toEqual(
      entries.map(({ announcedAt }) => announcedAt).sort(),
    );
  });

  it('dates what was told only afterwards by its first day, or the end of its month or year', () => {
    const told = entries.filter(({ basis }) => basis === 'happening');
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ id, announcedAt, precision }) => [id, announcedAt, precision])).toEqual(
      told.map((entry) => [entry.id, happeningDay(entry), entry.happens?.precision]),
    );
  });

  it('dates what a source told to the day', () => {
    const vague = entries.filter(({ basis, precision }) => basis === 'source' && precision !== 'day');
    expect(idsOf(vague)).toEqual([]);
  });

  it('plans nothing that is over and closes nothing before its end', () => {
    const late = entries.filter(({ phase, happens, announcedAt }) => {
      const last = happens?.end ?? happens?.start ?? LAST;
      return (phase === 'plan' && announcedAt > last) || (phase === 'close' && announcedAt < last);
    });
    expect(idsOf(late)).toEqual([]);
    const reversed = entries.filter(
      ({ happens }) => happens?.start && happens.end && happens.start > happens.end,
    );
    expect(idsOf(reversed)).toEqual([]);
  });

  it('is told in both languages', () => {
    expect(idsOf(entries.filter(({ title }) => !title.en || !title.zh))).toEqual([]);
    expect(idsOf(entries.filter(({ title }) => !/[\u4e00-\u9fff]/.test(title.zh ?? '')))).toEqual([]);
  });

  it.each(YEARS)('tells of the edition of %i', (year) => {
    const edition = entries.filter(({ activity }) => activity === `summit/${year}`);
    expect(edition.some(({ kind, place }) => kind === 'summit' && place?.name === 'Wuzhen')).toBe(true);
    const phases = edition.map(({ phase }) => phase);
    expect(phases).toEqual(expect.arrayContaining(year === 2026 ? ['plan'] : ['open', 'close']));
  });

  it('gives as evidence the very characters of its text', () => {
    for (const entry of entries) {
      const { text, reading } = chronicleStatement(entry);
      expect(reading.evidence.length).toBeGreaterThanOrEqual(4);
      for (const { start, end, text: said } of reading.evidence) expect(text.slice(start, end)).toBe(said);
    }
  });
});

describe('what was announced by a day', () => {
  it('2015-12-20: two editions, nothing of 2016', () => {
    for (const year of [2014, 2015])
      for (const phase of ['open', 'close'])
        expect(tells('2015-12-20', `summit/${year} summit ${phase}`)).toBe(true);
    const later = toldBy('2015-12-20').filter(
      ({ activity, happens, title, announcedAt }) =>
        /2016/.test(JSON.stringify([activity, happens, title])) || announcedAt > '2015-12-20',
    );
    expect(idsOf(later)).toEqual([]);
  });

  it('2023-06-20: the Zhejiang office, and the Nishan Dialogue only as planned', () => {
    expect(tells('2023-06-20', 'office/zhejiang office_opening open')).toBe(true);
    expect(tells('2023-06-14', 'office/zhejiang office_opening open')).toBe(false);
    const dialogue = (day: Day) =>
      toldBy(day).flatMap(({ activity, phase }) =>
        activity === 'forum/nishan-dialogue/2023' ? [phase] : [],
      );
    expect(dialogue('2023-06-20')).toEqual(['plan']);
    expect(dialogue('2023-06-26')).toEqual(['plan', 'open']);
  });

  it('2026-10-01: the summit of 2026 planned, not opened', () => {
    const told = (day: Day) => toldBy(day).filter(({ activity }) => activity === 'summit/2026');
    expect(told('2026-09-28')).toEqual([]);
    expect(told('2026-10-01').map(({ phase, happens }) => [phase, happens?.start, happens?.end])).toEqual([
      ['plan', '2026-11-02', '2026-11-05'],
    ]);
  });
});

describe('keys of activities', () => {
  it.each([
    ['2023-06-16', 'The WIC Zhejiang Office was unveiled on June 15 in Wuzhen.', 'office/zhejiang'],
    [
      '2023-06-27',
      'The Nishan Dialogue on Digital Civilization of the World Internet Conference opened in Qufu on June 26.',
      'forum/nishan-dialogue/2023',
    ],
    [
      '2024-10-25',
      'The 2024 World Internet Conference Wuzhen Summit will be held from November 19 to 22.',
      'summit/2024',
    ],
  ])('are those of the extraction: %s', (published, text, activity) => {
    const at = `${published}T00:00:00.000Z`;
    const { statements } = extract({
      ...{ title: null, text, url: null, lang: 'en', tz: 'Asia/Shanghai', trusted: true },
      ...{ publishedAt: at, publishedAtPrecision: 'day', publishedAtRaw: null, receivedAt: at },
    });
    const ids = statements.map(({ reading }) => reading.activity?.id);
    expect(ids).toContain(activity);
    expect(entries.map((entry) => entry.activity)).toContain(activity);
  });
});

describe('a chronicle that cannot be', () => {
  it('names the file and what is wrong in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chronicle-'));
    const [entry] = entries;
    await writeFile(join(folder, '2023.json'), JSON.stringify([{ ...entry, announcedAt: '2023-02-29' }]));
    await expect(readChronicle(folder)).rejects.toThrow(
      /2023\.json[^]*is not a date that exists[^]*announcedAt/,
    );
    await rm(folder, { recursive: true });
  });
});
