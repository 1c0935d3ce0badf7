import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind, Phase } from '#domain';

/** What a person would read of a short text, so that matching can be measured apart from extraction. */
export interface Says {
  kind: Kind;
  /** A leading `?` says that the key was derived from words, not known. */
  activity: string | null;
  phase: Phase | null;
  happens?: [start: string | null, end: string | null];
  place?: string;
  people?: string[];
  organisations?: string[];
}

/** A short text of our own with what a feed would say of it. */
export interface FixtureText {
  id: string;
  title: string;
  text: string;
  /** The day it was published. */
  at: string;
  /** Its outlet; another for each text where none is given. */
  source?: string;
  guid?: string;
  url?: string;
  says?: Says;
}

/**
 * How two texts stand to each other: the second tells the same, or the same with something changed, or another
 * announcement; or both stand in one document and tell the same twice.
 */
export type Label = 'same' | 'revision' | 'different' | 'same-document-twice';

export interface Pair {
  name: string;
  a: FixtureText;
  b: FixtureText;
  label: Label;
  /** What makes it hard. */
  subject: string;
  /** Both texts are parts of one document. */
  oneDocument: boolean;
}

interface File {
  texts: Record<string, Omit<FixtureText, 'id'>>;
  pairs: [a: string, b: string, label: Label, subject: string][];
}

const FOLDER = join(import.meta.dirname, 'matching');

/** Every labelled pair of the fixtures. Throws where one names a text that is not there. */
export function loadPairs(): Pair[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => pairsOf(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as File));
}

function pairsOf({ texts, pairs }: File): Pair[] {
  const textOf = (id: string): FixtureText => {
    const text = texts[id];
    if (text === undefined) throw new Error(`There is no text ${id}.`);
    return { ...text, id };
  };
  return pairs.map(([a, b, label, subject]) => ({
    ...{ name: `${a} / ${b}`, a: textOf(a), b: textOf(b), label, subject },
    oneDocument: subject === 'one document',
  }));
}
