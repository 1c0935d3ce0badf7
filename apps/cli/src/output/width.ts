const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** Characters that a terminal draws two columns wide: CJK, its punctuation and full-width forms, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Characters without a width of their own: combining marks, joiners, variation selectors. */
const NONE = /[\p{Mn}\p{Me}\u200b-\u200f\ufe00-\ufe0f]/u;

/** How many columns a text takes in a terminal; colours take none. */
export function width(text: string): number {
  let sum = 0;
  for (const char of text.replace(ANSI, '')) sum += NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return sum;
}

/** The text itself, or as much of it as fits with `…` behind it. For texts without colours. */
export function fitted(text: string, most: number): string {
  if (width(text) <= most) return text;
  let [kept, used] = ['', 0];
  for (const char of text) {
    used += width(char);
    if (used > most - 1) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}
