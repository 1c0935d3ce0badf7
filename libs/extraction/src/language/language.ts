import type { Lang } from '#domain';

const SAMPLE = 4_000;
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isLatin = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123);

/** The language of a stretch of text by its script: Chinese where Han characters outweigh Latin words. */
export function languageOf(text: string): Lang {
  let [han, words] = [0, 0];
  let inWord = false;
  for (let at = 0; at < text.length && at < SAMPLE; at++) {
    const code = text.charCodeAt(at);
    const latin = isLatin(code);
    if (latin && !inWord) words++;
    else if (isHan(code)) han++;
    inWord = latin;
  }
  return han > 0 && han >= words * 0.8 ? 'zh' : 'en';
}
