import { extract, type Document } from '#extraction';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { median, quantile } from '../harness/measure.js';
import { number, type Line, type Row } from '../harness/report.js';

const CASES = resolve(import.meta.dirname, '../../../libs/extraction/src/cases');
const LENGTH = 4000;
const LONG = 4 * LENGTH;
const TEXTS = 20;
const ROUNDS = 9;

/** Reading a text of 4,000 characters, in both languages. */
export function extraction(): Row {
  return {
    name: 'extraction',
    run: async () => [measure('English', 'english'), measure('Chinese', 'chinese')].flat(),
  };
}

function measure(language: string, file: string): Line[] {
  const short = documents(file, LENGTH);
  const long = documents(file, LONG);
  const gate = check([...short, ...long]);
  const times = timesOf(short);
  const [middle, p99] = [median(times), quantile(times, 0.99)];
  const growth = median(timesOf(long)) / middle;
  const what = `extraction of ${number(LENGTH)} characters of ${language}`;
  return [
    {
      what: `${what}: median and p99`,
      ours: `${number(middle, 1)} ms and ${number(p99, 1)} ms`,
      baseline: '–',
      figure: `${number(middle, 1)} / ${number(p99, 1)} ms`,
      target: '≤ 10 / 100 ms',
      met: middle <= 10 && p99 <= 100,
      gate,
    },
    {
      what: `${what}: time for four times the text`,
      ours: `${number(growth, 2)}×`,
      baseline: 'itself',
      figure: `${number(growth, 2)}×`,
      target: 'linear: ≤ 6×',
      met: growth <= 6,
      gate,
    },
  ];
}

/** Texts of a length, each beginning at another of our own sentences. */
function documents(file: string, length: number): Document[] {
  const cases = JSON.parse(readFileSync(resolve(CASES, `${file}.json`), 'utf8')) as { text: string }[];
  return Array.from({ length: TEXTS }, (_, first) => {
    let text = '';
    for (let n = first; text.length < length; n += 1) text += `${cases[n % cases.length]!.text}\n\n`;
    return documentOf(text.slice(0, length));
  });
}

function documentOf(text: string): Document {
  const dated = { publishedAt: '2024-11-20T00:00:00.000Z', publishedAtPrecision: 'instant' as const };
  const given = { title: null, url: null, lang: null, publishedAtRaw: null };
  return {
    ...given,
    ...dated,
    text,
    receivedAt: '2024-11-21T00:00:00.000Z',
    tz: 'Asia/Shanghai',
    trusted: false,
  };
}

function timesOf(texts: readonly Document[]): number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const text of texts) {
      const start = performance.now();
      extract(text);
      if (round > 1) times.push(performance.now() - start); // the first rounds warm up
    }
  return times;
}

/** Every text announces something, and the words that prove it stand where it is said. */
function check(texts: readonly Document[]): Line['gate'] {
  let statements = 0;
  for (const document of texts) {
    const read = extract(document);
    if (read.statements.length === 0) return { passed: false, says: 'a text was read as announcing nothing' };
    const misplaced = read.statements
      .flatMap(({ reading }) => reading.evidence)
      .find(({ in: within, start, end, text }) => (document[within] ?? '').slice(start, end) !== text);
    if (misplaced)
      return { passed: false, says: `evidence "${misplaced.text}" does not stand at ${misplaced.start}` };
    statements += read.statements.length;
  }
  return { passed: true, says: `${number(statements)} statements, evidence in its place` };
}
