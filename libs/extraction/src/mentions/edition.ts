import type { KnownEvent } from '../knowledge/knowledge.js';

const ENGLISH = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
];
const CHINESE = '一二三四五六七八九十';

const BEFORE =
  /(?:(?<y>(?:19|20)\d\d) ?年?(?:度)?(?:'s)?|第(?<zh>[一二三四五六七八九十\d]{1,3})届|(?<initial>首届|inaugural)|(?<word>\b[a-z]{5,10})|(?<digits>\b\d{1,2})(?:st|nd|rd|th))(?: annual| edition of(?: the)?| internet)?(?: (?:the )?)?["'(]*$/i;
const AFTER = /^["')]*(?: \([A-Z]{2,5}\))?[ ,]*(?:\(?(?<y>20\d\d)\)?)(?!\d|年?\d|-\d)/;

function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return CHINESE.indexOf(text) + 1;
  const tens = ten === 0 ? 1 : CHINESE.indexOf(text.charAt(0)) + 1;
  const units = text.length > ten + 1 ? CHINESE.indexOf(text.charAt(ten + 1)) + 1 : 0;
  return tens * 10 + units;
}

function ordinal(groups: Record<string, string | undefined>): number | null {
  if (groups.zh) return chineseNumber(groups.zh);
  if (groups.initial) return 1;
  if (groups.digits) return Number(groups.digits);
  const index = ENGLISH.indexOf((groups.word ?? '').toLowerCase());
  return index < 0 ? null : index + 1;
}

/** The year of an edition named around a span: "2023 …", 第五届…, "the 4th annual …", "… 2024". Null when none. */
export function editionYear(
  text: string,
  start: number,
  end: number,
  firstYear: number | null,
): number | null {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 32), start));
  if (before?.groups?.y) return Number(before.groups.y);
  const number = before?.groups ? ordinal(before.groups) : null;
  if (number !== null && firstYear !== null && number > 0 && number < 60) return firstYear + number - 1;
  const after = AFTER.exec(text.slice(end, end + 18));
  return after?.groups?.y ? Number(after.groups.y) : null;
}

/** The first year of a thing's editions where they are numbered. */
export const firstYearOf = (event: KnownEvent | null): number | null => event?.firstYear ?? null;
