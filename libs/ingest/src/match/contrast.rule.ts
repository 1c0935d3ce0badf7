import type { LocalizedText } from '#domain';
import { subjectsIn } from './concepts.js';
import type { KnownNames } from './known-names.js';
import { shingles, withoutOwnName } from './text-likeness.js';

/** The share of words two titles need in common to be one sentence about two things. */
const TEMPLATE = 0.55;
/** Words that tell what is done, not of what: another of them is another wording. */
const WORDING = new Set(
  'annual at attend begin by close conclude convene during first form formal found giv give given global got hold held host hosted inaugurat international kick kicked launch new off offer open opened organis organiz present publish publi releas second set sign start take taken took unveil up work year'.split(
    ' ',
  ),
);
const WORDING_ZH =
  /正式|举行|举办|召开|开幕|闭幕|启动|成立|揭牌|揭晓|发布|今日|今天|昨日|将于|将在|在京|圆满|顺利|[将于在的了并]|[\d年月日]/g;

/**
 * Whether two titles are one sentence about two things: "committee on data set up", "committee on youth set up".
 * In one language by the words that differ, else by the subjects that both name.
 */
export function contrasts(a: LocalizedText, b: LocalizedText, names: KnownNames): boolean {
  const [en, zh] = [both(a.en, b.en), both(a.zh, b.zh)];
  if (en !== null || zh !== null)
    return (en !== null && inEnglish(en, names)) || (zh !== null && inChinese(zh, names));
  return apart(subjectsIn(Object.values(a).join(' ')), subjectsIn(Object.values(b).join(' ')));
}

type Two = readonly [string, string];

function both(a: string | undefined, b: string | undefined): Two | null {
  return a === undefined || b === undefined ? null : [a, b];
}

function inEnglish(texts: Two, names: KnownNames): boolean {
  const [a, b] = texts.map((text) => [...shingles(names.withoutPlaces(text))]) as [string[], string[]];
  const common = a.filter((word) => b.some((other) => akin(word, other))).length;
  if (common / Math.min(a.length, b.length) < TEMPLATE) return false;
  const only = (words: string[], others: string[]) =>
    words.filter((word) => !WORDING.has(word) && !/\d/.test(word) && !others.some((one) => akin(word, one)));
  return differ(only(a, b).join(' '), only(b, a).join(' '), names);
}

/** "Governing" and "governance" are one word. */
function akin(a: string, b: string): boolean {
  return a === b || (a.length > 5 && a.slice(0, 5) === b.slice(0, 5));
}

/** Chinese has no word boundaries: what remains between a common beginning and a common end. */
function inChinese(texts: Two, names: KnownNames): boolean {
  const [a, b] = texts.map((text) => [...plainChinese(names.withoutPlaces(text))]) as [string[], string[]];
  const most = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < most && a[start] === b[start]) start++;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if ((start + end) / Math.max(a.length, b.length) < TEMPLATE / 2) return false;
  const [one, other] = [a, b].map((text) => text.slice(start, text.length - end).join('')) as [
    string,
    string,
  ];
  return one.length > 1 && other.length > 1 && !sharesPair(one, other) && differ(one, other, names);
}

function plainChinese(text: string): string {
  return withoutOwnName(text)
    .replace(WORDING_ZH, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function sharesPair(a: string, b: string): boolean {
  return [...a].slice(0, -1).some((char, at) => b.includes(char + [...a][at + 1]));
}

/** Both say something of their own, and it is not one thing under two names. */
function differ(a: string, b: string, names: KnownNames): boolean {
  if (a === '' || b === '') return false;
  const [known, others] = [names.in(a), names.in(b)];
  return ![...known].some((id) => others.has(id));
}

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((id) => b.has(id));
}
