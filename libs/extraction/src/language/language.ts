import type { Lang } from '#domain';

const HAN = /[\u4e00-\u9fff]/g;
const LATIN = /[A-Za-z]+/g;

/** The language of a stretch of text by its script: Chinese where Han characters outweigh Latin words. */
export function languageOf(text: string): Lang {
  const sample = text.slice(0, 4_000);
  const han = sample.match(HAN)?.length ?? 0;
  const words = sample.match(LATIN)?.length ?? 0;
  return han > 0 && han >= words * 0.8 ? 'zh' : 'en';
}
