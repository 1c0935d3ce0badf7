const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * What a text can be found by: its words in lower case and, since Chinese writes no spaces, each character and
 * each pair of neighbours. Full and half width are the same.
 */
export function indexTokens(text: string): string[] {
  const tokens = new Set<string>();
  const normalised = normalise(text);
  for (const [run] of normalised.matchAll(CJK)) {
    for (const character of run) tokens.add(character);
    for (const pair of pairsOf(run)) tokens.add(pair);
  }
  for (const word of wordsOf(normalised)) tokens.add(word);
  return [...tokens];
}

/** What a text must hold to be found by a query; empty when the query says nothing. */
export function queryTokens(query: string): string[] {
  const normalised = normalise(query);
  const runs = [...normalised.matchAll(CJK)].flatMap(([run]) => (run.length === 1 ? [run] : pairsOf(run)));
  return [...new Set([...runs, ...wordsOf(normalised)])];
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function wordsOf(normalised: string): string[] {
  return [...normalised.replace(CJK, ' ').matchAll(WORD)].map(([word]) => word);
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => characters[index]! + character);
}
