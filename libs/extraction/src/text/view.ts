import type { Evidence, EvidenceField } from '#domain';
import { simplified } from './traditional.js';
import { matchesOf } from './matches.js';

/** How much of a text is read; what follows never changes what a news text announces. */
export const READING_LIMIT = 200_000;

/**
 * A text as the rules see it: simplified characters, plain quotes, dashes and spaces, no pinyin noise.
 * `raw` is the text as given; every span of `text` leads back to exact characters of it.
 */
export interface View {
  readonly in: 'text' | 'title';
  readonly raw: string;
  readonly text: string;
  /** The offset in `raw` of each unit of `text`; null where they are the same. */
  readonly offsets: Uint32Array | null;
}

/** A stretch of a view, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

const PLAIN = new Map<string, string>();
for (const c of '“”„‟＂「」『』〝〞«»') PLAIN.set(c, '"');
for (const c of '‘’‚‛＇`´') PLAIN.set(c, "'");
for (const c of '‐‑‒–—―－─~～〜') PLAIN.set(c, '-');
for (const c of '\u00a0\u2002\u2003\u2009\u202f\u3000\t') PLAIN.set(c, ' ');
PLAIN.set('（', '(').set('）', ')').set('\r', '\n').set('\u2028', '\n').set('\u2029', '\n');

function plain(character: string): string {
  const known = PLAIN.get(character);
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  return code >= 0xff10 && code <= 0xff5a ? String.fromCharCode(code - 0xfee0) : simplified(character);
}

/** What each code unit becomes, where it does not stay as it is. */
const CHANGED: (string | undefined)[] = [];
for (let code = 0; code <= 0xffff; code++) {
  const character = String.fromCharCode(code);
  const becomes = plain(character);
  CHANGED.push(becomes === character ? undefined : becomes);
}

const PINYIN_NOISE = /(?<=[\u4e00-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}\)|[\u200b-\u200f\ufeff]/gu;

/** Simplified characters, plain quotes, dashes and spaces; every unit stays where it is. */
export function normalised(text: string): string {
  let [done, from] = ['', 0];
  for (let at = 0; at < text.length; at++) {
    const becomes = CHANGED[text.charCodeAt(at)];
    if (becomes === undefined) continue;
    done += text.slice(from, at) + becomes;
    from = at + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}

function withoutNoise(text: string): { text: string; offsets: Uint32Array | null } {
  const noise = matchesOf(text, PINYIN_NOISE);
  if (noise.length === 0) return { text, offsets: null };
  const offsets = new Uint32Array(text.length);
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  for (const gap of [
    ...noise.map((m) => [m.index, m.index + m[0].length] as const),
    [text.length, text.length] as const,
  ]) {
    kept.push(text.slice(from, gap[0]));
    for (let i = from; i < gap[0]; i++) offsets[length++] = i;
    from = gap[1];
  }
  return { text: kept.join(''), offsets: offsets.subarray(0, length) };
}

/** A view of the first {@link READING_LIMIT} units of a text. */
export function viewOf(raw: string, where: 'text' | 'title'): View {
  return { in: where, raw, ...withoutNoise(normalised(raw.slice(0, READING_LIMIT))) };
}

/** The evidence of a field: the characters as given behind a span of a view. Null for an empty span. */
export function evidenceOf(view: View, span: Span, field: EvidenceField): Evidence | null {
  if (span.end <= span.start || span.end > view.text.length) return null;
  const start = view.offsets ? (view.offsets[span.start] ?? 0) : span.start;
  const end = view.offsets ? (view.offsets[span.end - 1] ?? 0) + 1 : span.end;
  return { field, in: view.in, start, end, text: view.raw.slice(start, end) };
}

/** The characters as given behind a span. */
export function rawOf(view: View, span: Span): string {
  return evidenceOf(view, span, 'title')?.text ?? '';
}
