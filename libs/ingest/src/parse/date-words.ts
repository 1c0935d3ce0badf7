import { HALF_DAYS, MONTH_WORDS } from './date-words.data.js';

const ENGLISH = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const HALF = Object.keys(HALF_DAYS).join('|');
const CLOCK_AFTER_HALF = new RegExp(`(${HALF})\\s*(\\d{1,2}[:.]\\d{1,2}(?:[:.]\\d{1,2})?)`, 'g');
const NUMERALS = '〇一二三四五六七八九';
const NUMERAL = /[〇零一二三四五六七八九十]+(?=\s*[年月日号號时時点點分])/g;

/**
 * A written date in the spelling that the patterns know: full-width forms, dashes and spaces made plain, labels and
 * weekdays dropped, East Asian dates as `2025-11-6 9:30 am`, months in English.
 */
export function plainDate(raw: string): string {
  return months(eastAsian(plainSigns(raw))).trim();
}

function plainSigns(raw: string): string {
  return raw
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[−–—‐‑]/g, '-')
    .trim()
    .replace(/^[\p{L} ]{2,20}: ?(?=\S)/u, '')
    .replace(/^(?:\p{L}{2,12}\.?|星期.|周.|\(.{1,3}\)) ?[,，] ?/u, '')
    .replace(/[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]? ?/, '');
}

function eastAsian(text: string): string {
  if (!/[\u3007\u4e00-\u9fff\uac00-\ud7af]/.test(text)) return text;
  return text
    .replace(NUMERAL, (numeral) => String(numberOf(numeral)))
    .replace(/(?:民国|民國)\s*(\d{1,3})\s*年/, (_, year: string) => `${Number(year) + 1911}年`)
    .replace(/(\d{4}|\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?/, '$1-$2-$3 ')
    .replace(/(^|\D)(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]/, '$1$2-$3 ')
    .replace(/(\d{1,2})\s*[月월]/, (_, month: string) => ENGLISH[Number(month) - 1] ?? '')
    .replace(/(\d{1,2})\s*[时時点點시]\s*(?:(\d{1,2})\s*[分분]?\s*(?:(\d{1,2})\s*[秒초])?|(半))?/, clock)
    .replace(CLOCK_AFTER_HALF, (_, half: string, time: string) => `${time} ${HALF_DAYS[half] ?? ''}`)
    .replace(/(\d{4})-(\d{1,2}-\d{1,2}) {2,}/, '$1-$2 ');
}

function clock(_: string, hour: string, minute = '00', second = '00', half?: string): string {
  return `${hour}:${half === undefined ? minute : '30'}:${second}`;
}

/** 二〇二三 digit by digit; 十五, 二十一 by tens. */
function numberOf(numeral: string): number {
  const digit = (char: string | undefined) =>
    char === undefined ? -1 : NUMERALS.indexOf(char.replace('零', '〇'));
  if (!numeral.includes('十')) return Number([...numeral].map(digit).join(''));
  const [tens = '', ones = ''] = numeral.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

const KNOWN = new Map(
  MONTH_WORDS.flatMap((words, month) => words.split(' ').map((word) => [word, ENGLISH[month] ?? ''])),
);

/** Every word that names a month, in English. */
function months(text: string): string {
  return text.replace(/\p{L}{3,12}\.?/gu, (word) => monthOf(word) ?? word);
}

function monthOf(word: string): string | null {
  const plain = word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
  if (
    /^(?:mon|tue|wed|thu|fri|sat|sun|gmt|utc|cet|cest|met|mest|pst|pdt|est|edt|cst|cdt|mst|mdt)$/.test(plain)
  )
    return null;
  for (let length = plain.length; length >= 3; length--) {
    const known = KNOWN.get(plain.slice(0, length));
    if (known !== undefined) return known;
  }
  return null;
}
