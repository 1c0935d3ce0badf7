import { readFileSync } from 'node:fs';

/** What a reading must hold; `place` is a part of its name, null where none is told. */
export interface Expected {
  kind: string;
  start?: string | null;
  end?: string | null;
  place?: string;
  phase?: string;
  activity?: string;
}

/** A text of our own and what it announces. */
export interface Case {
  name: string;
  title?: string;
  text: string;
  published?: string;
  url?: string;
  expected: Expected[];
}

/** The cases of a file beside this one. */
export function casesOf(file: string): Case[] {
  return JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), 'utf8')) as Case[];
}
