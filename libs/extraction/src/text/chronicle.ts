const YEAR_FIRST = /(?:19|20)\d\d/;
const HEADING =
  /^[\s#*=•·-]*(?:[一二三四五六七八九十]+[、.] ?)?(?<y>(?:19|20)\d\d) ?年?(?:度|大事记)?[\s#*=:-]*$/;
const LINE = /^[\s#*•·-]*(?<y>(?:19|20)\d\d) ?年?(?:: ?| - )/;

/** The year that a line of a chronicle gives to itself ("2019: …") or, standing alone, to the lines under it. */
export function chronicleYear(text: string): { year: number; heads: boolean } | null {
  if (!YEAR_FIRST.test(text.slice(0, 20))) return null;
  const head = HEADING.exec(text)?.groups?.y;
  if (head) return { year: Number(head), heads: true };
  const line = LINE.exec(text)?.groups?.y;
  return line ? { year: Number(line), heads: false } : null;
}
