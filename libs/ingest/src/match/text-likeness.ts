import type { LocalizedText } from '#domain';
import type { KnownNames } from './known-names.js';

/** Names of the institution itself stand in every title and tell nothing apart. */
const OWN_NAME = /world internet conference|wuzhen summit|\bwic\b|世界互联网大会|乌镇峰会/g;
/** How much a title that is wholly held by a longer one is like it, if it has so many words. */
const HELD = 0.8;
const LEAST_HELD = 4;
const SMALL = new Set('a an and at by for from in is of on the to with its it was were be'.split(' '));

/**
 * How alike two titles are, 0 to 1: by words and character pairs where they share a language, else by the known
 * things they name. Null where nothing can be said, as of two titles in different languages without known names.
 */
export function titleLikeness(a: LocalizedText, b: LocalizedText, names: KnownNames): number | null {
  const shared = [likenessIn(a.en, b.en), likenessIn(a.zh, b.zh)].filter((score) => score !== null);
  if (shared.length > 0) return Math.max(...shared);
  return jaccard(names.in(allOf(a)), names.in(allOf(b)));
}

/** Shingles of a text: words of alphabetic scripts, pairs of Chinese characters. */
export function shingles(text: string): Set<string> {
  const plain = withoutOwnName(text).replace(/\bai\b/g, 'artificial intelligence');
  const words = (plain.match(/[\p{Script=Latin}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));
  const pairs = (plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    [...run].slice(0, -1).map((char, at) => char + [...run][at + 1]),
  );
  return new Set([...words.map(stem), ...pairs]);
}

/** The text in lower case without the institution's names. */
export function withoutOwnName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(OWN_NAME, ' ');
}

/** Dice's coefficient of two sets; null when either is empty. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  return (2 * common(a, b)) / (a.size + b.size);
}

/** Jaccard's coefficient of two sets; null when either is empty. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  const both = common(a, b);
  return both / (a.size + b.size - both);
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((one) => b.has(one)).length;
}

function likenessIn(a: string | undefined, b: string | undefined): number | null {
  return a === undefined || b === undefined ? null : overlap(shingles(a), shingles(b));
}

/** A short headline that a long sentence holds whole is as like it as another headline. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  const least = Math.min(a.size, b.size);
  const held = least < LEAST_HELD ? 0 : (HELD * common(a, b)) / least;
  const alike = dice(a, b);
  return alike === null ? null : Math.max(alike, held);
}

/** Enough to make "attends", "attended" and "attending" one word. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(ing|ed|es|s)$/, '') : word;
}

function allOf(text: LocalizedText): string {
  return `${text.en ?? ''} ${text.zh ?? ''}`;
}
