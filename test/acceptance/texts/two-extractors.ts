import { defaultKnowledge } from '#extraction';
import { extractorOf, type Extractor } from '#ingest';

/** Our extractor under another version. */
export const better: Extractor = { ...extractorOf(defaultKnowledge), version: 'spec-2' };
type Read = ReturnType<Extractor['extract']>;

/** Reads as the better one does but for four rules: what it takes for irrelevant, for one, for there, for nowhere. */
export const poorer: Extractor = {
  version: 'spec-1',
  extract(document) {
    const read = better.extract(document);
    if (document.text.includes('Digital Silk Road')) return { ...read, relevant: false, statements: [] };
    if (document.text.includes('two meetings')) return { ...read, statements: read.statements.slice(0, 1) };
    if (document.text.includes('rumour')) return { ...read, statements: imagined(read) };
    return { ...read, statements: read.statements.map(withoutPlace) };
  },
};

function imagined({ statements }: Read): Read['statements'] {
  const [first] = statements;
  if (!first) throw new Error('The text of the spec announces nothing.');
  const title = { en: 'A symposium on a rumour' };
  return [
    first,
    { ...first, key: 'symposium::', reading: { ...first.reading, kind: 'symposium', activity: null, title } },
  ];
}

function withoutPlace(statement: Read['statements'][number]): Read['statements'][number] {
  const { reading } = statement;
  const evidence = reading.evidence.filter(({ field }) => field !== 'place');
  return { ...statement, reading: { ...reading, place: null, evidence } };
}

export const OFFICE =
  'The World Internet Conference (WIC) unveiled its Zhejiang Office in Wuzhen Town, Zhejiang province, on June 15, 2023.';
export const TWO = [
  'The World Internet Conference reported two meetings.',
  'WIC symposium on artificial intelligence held',
  'The World Internet Conference held a symposium on artificial intelligence in Beijing on June 20, 2023.',
  'WIC symposium on cross-border e-commerce held',
  'The World Internet Conference held a symposium on cross-border e-commerce in Hangzhou on June 30, 2023.',
].join('\n\n');
export const RUMOUR =
  'The 2023 World Internet Conference Wuzhen Summit will be held from November 8 to 10 in Wuzhen, whatever rumour says.';
export const ROAD =
  'The 2024 World Internet Conference Digital Silk Road Development Forum was held in Xi’an on April 16, 2024.';
