const DIGITS = '一二三四五六七八九';

const digit = (character: string): number => DIGITS.indexOf(character) + 1;

/** The number below a hundred that Chinese or Arabic numerals write: 十四, 二十, 7. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return digit(text);
  const tens = ten === 0 ? 1 : digit(text.charAt(0));
  const units = text.length > ten + 1 ? digit(text.charAt(ten + 1)) : 0;
  return tens * 10 + units;
}
