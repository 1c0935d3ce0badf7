import { decodeBody } from '../fetch/charset.js';
import { NotAFeedError } from './feed.js';
import { mutation } from './mutations.fixture.js';
import { parseFeed } from './parse-feed.js';
import { ParserError, type ParserThread } from './parser-thread.js';

/** What became of a set of hostile documents. */
export interface HostileFigures {
  documents: number;
  /** Read as a feed. */
  read: number;
  /** Refused in a way that is foreseen. */
  refused: number;
  /** Took longer than allowed. */
  hangs: number;
  /** Ended in any other way, by seed. */
  crashes: { seed: number; error: string }[];
  /** Gave HTML that could do something, by seed. */
  dangerous: number[];
  /** Of documents that still hold a whole item, and how many of these gave any. */
  whole: number;
  wholeRead: number;
  slowestMs: number;
}

const TAG = /^<\/?[a-z][a-z0-9]*(?: [a-z]+="[^"<>]*")* ?\/?>$/;
const DANGER =
  /^<\/?(?:script|style|svg|iframe|object|embed|form|input)|\son\w+="|\s(?:href|src)="(?!https?:|mailto:|tel:|ftp:)/i;

/** Reads the mutations of seeds `from` up to, not including, `to` as a poll would. */
export async function readHostile(from: number, to: number, parsers: ParserThread): Promise<HostileFigures> {
  const figures: HostileFigures = {
    ...{ documents: 0, read: 0, refused: 0, hangs: 0, crashes: [], dangerous: [] },
    ...{ whole: 0, wholeRead: 0, slowestMs: 0 },
  };
  for (let seed = from; seed < to; seed++) await readOne(seed, parsers, figures);
  return figures;
}

async function readOne(seed: number, parsers: ParserThread, figures: HostileFigures): Promise<void> {
  const started = performance.now();
  figures.documents += 1;
  const { text } = decodeBody(mutation(seed), undefined);
  const holdsItem = /^\s*<[^]*<(item|entry)[\s>][^]*?<\/\1>/.test(text);
  if (holdsItem) figures.whole += 1;
  try {
    const { entries } = await parseFeed(text, 'http://e.org/feed', parsers);
    figures.read += 1;
    if (holdsItem && entries.length > 0) figures.wholeRead += 1;
    if (entries.some(({ html, summary }) => isDangerous(html) || isDangerous(summary)))
      figures.dangerous.push(seed);
  } catch (error) {
    const known = error instanceof NotAFeedError || error instanceof ParserError;
    if (known && error.message.includes('took more than')) figures.hangs += 1;
    else if (known) figures.refused += 1;
    else figures.crashes.push({ seed, error: String(error) });
  }
  figures.slowestMs = Math.max(figures.slowestMs, performance.now() - started);
}

function isDangerous(html: string | null): boolean {
  const tags = html?.match(/<[^>]*>?/g) ?? [];
  return tags.some((tag) => !TAG.test(tag) || DANGER.test(tag));
}
