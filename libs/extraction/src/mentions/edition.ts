import { chineseNumber } from '../dates/chinese-number.js';

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

const BEFORE =
  /(?:(?<y>(?:19|20)\d\d) ?年?(?:度)?(?:'s)?|第(?<zh>[一二三四五六七八九十\d]{1,3})届|(?<initial>首届|inaugural)|(?<word>\b[a-z]{5,10})|(?<digits>\b\d{1,2})(?:st|nd|rd|th))(?: annual| edition of(?: the)?| internet)?(?: (?:the )?)?["'(]*$/i;
const AFTER = /^["')]*(?: \([A-Z]{2,5}\))?[ ,]*(?:\(?(?<y>20\d\d)\)?)(?!\d|年?\d|-\d)/;

function ordinal(groups: Record<string, string | undefined>): number | null {
  if (groups.zh) return chineseNumber(groups.zh);
  if (groups.initial) return 1;
  if (groups.digits) return Number(groups.digits);
  const index = ENGLISH.indexOf((groups.word ?? '').toLowerCase());
  return index < 0 ? null : index + 1;
}

/** Which edition a name says: a year, or a number whose year depends on when the first one was. */
export interface EditionName {
  year: number | null;
  ordinal: number | null;
}

/** The edition named around a span: "2023 …", 第五届…, "the 4th annual …", "… 2024". */
export function editionNamed(text: string, start: number, end: number): EditionName {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 32), start))?.groups ?? null;
  if (before?.y) return { year: Number(before.y), ordinal: null };
  const after = AFTER.exec(text.slice(end, end + 18))?.groups?.y;
  return { year: after ? Number(after) : null, ordinal: before && ordinal(before) };
}

/** The year of an edition of a thing whose first one was in `firstYear`; null where that cannot be told. */
export function yearOfEdition(
  { year, ordinal: number }: EditionName,
  firstYear: number | null,
): number | null {
  if (year !== null || number === null || firstYear === null) return year;
  return number > 0 && number < 60 ? firstYear + number - 1 : null;
}
