import { normalised } from '../text/view.js';
import type { Names } from './knowledge.js';

/** A name found in a text, end exclusive, and the entry it belongs to. */
export interface FoundName<T> {
  start: number;
  end: number;
  entry: T;
}

/** Finds the names of a list in normalised text: leftmost, then longest, without overlaps. */
export interface Gazetteer<T> {
  find(text: string): FoundName<T>[];
  occurs(text: string): boolean;
}

interface Name<T> {
  name: string;
  entry: T;
}

const isLetter = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123);

/** The ways a name is written: with its quotes or without. */
function spellings(name: string): string[] {
  const plain = normalised(name);
  const bare = plain.replace(/["《》]/g, '');
  return [...new Set([plain, bare, plain.replace(/"/g, "'"), plain.replaceAll("'", '')])];
}

class NameIndex<T> implements Gazetteer<T> {
  private readonly starts = new Map<string, Name<T>[]>();
  /** 1 for each character that a name begins with. */
  private readonly first = new Uint8Array(65_536);

  constructor(
    entries: readonly (readonly [Names, T])[],
    private readonly caseSensitive: boolean,
  ) {
    for (const [names, entry] of entries) {
      for (const name of [...names.en, ...names.zh])
        for (const spelling of spellings(name)) this.add(spelling, entry);
    }
    for (const list of this.starts.values()) list.sort((a, b) => b.name.length - a.name.length);
  }

  find(text: string): FoundName<T>[] {
    return this.scan(text, false);
  }

  occurs(text: string): boolean {
    return this.scan(text, true).length > 0;
  }

  private add(spelling: string, entry: T): void {
    const name = this.caseSensitive ? spelling : spelling.toLowerCase();
    if (name.length === 0) return;
    const list = this.starts.get(name.charAt(0)) ?? [];
    if (list.some((known) => known.name === name)) return;
    list.push({ name, entry });
    this.first[name.charCodeAt(0)] = 1;
    this.starts.set(name.charAt(0), list);
  }

  private scan(text: string, first: boolean): FoundName<T>[] {
    const read = this.caseSensitive ? text : lowered(text);
    const found: FoundName<T>[] = [];
    let inWord = false;
    for (let at = 0; at < read.length; at++) {
      const code = read.charCodeAt(at);
      const letter = isLetter(code);
      const possible = !(letter && inWord) && this.first[code] === 1;
      inWord = letter;
      const hit = possible ? this.at(read, at) : undefined;
      if (!hit) continue;
      found.push({ start: at, end: at + hit.name.length, entry: hit.entry });
      if (first) return found;
      at += hit.name.length - 1;
      inWord = isLetter(read.charCodeAt(at));
    }
    return found;
  }

  private at(text: string, at: number): Name<T> | undefined {
    return this.starts.get(text.charAt(at))?.find((candidate) => matches(text, at, candidate));
  }
}

/** The last text that was lowered: one text is looked through for many lists. */
let last = { text: '', lower: '' };

/** Lower case that keeps every offset; a few letters of other scripts would change the length. */
function lowered(text: string): string {
  if (last.text === text) return last.lower;
  const plain = text.toLowerCase();
  const lower =
    plain.length === text.length ? plain : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  last = { text, lower };
  return lower;
}

function matches<T>(text: string, at: number, { name }: Name<T>): boolean {
  if (!text.startsWith(name, at)) return false;
  const last = name.charCodeAt(name.length - 1);
  return !(isLetter(last) && isLetter(text.charCodeAt(at + name.length)));
}

/** Makes the names of a list ready for finding. Where two entries share a name the first has it. */
export function gazetteer<T>(entries: readonly (readonly [Names, T])[], caseSensitive = false): Gazetteer<T> {
  return new NameIndex(entries, caseSensitive);
}
