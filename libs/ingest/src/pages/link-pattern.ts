import { ParserError, type ParserThread } from '../parse/parser-thread.js';

/** Which of the texts a pattern finds something in. Rejects with ParserError when it is none or takes too long. */
export async function matchPattern(
  pattern: string,
  texts: readonly string[],
  parsers: ParserThread,
): Promise<boolean[]> {
  try {
    return await parsers.run<boolean[]>('match', JSON.stringify({ pattern, texts }));
  } catch (error) {
    if (!(error instanceof ParserError)) throw error;
    throw new ParserError(`The link pattern cannot be used. ${error.message}`, { cause: error });
  }
}

/** Addresses of the kinds that make a careless pattern try every way to cut them. */
const PROBES = ['a', '1', '-', '/', 'a1', 'a/', '1-', '/a1', 'aA_', '%20'].map(
  (piece) => `https://example.org/${piece.repeat(600 / piece.length)}!`,
);

/** Why a pattern cannot be used for links, or null: it is tried on addresses that careless patterns choke on. */
export async function patternFault(pattern: string, parsers: ParserThread): Promise<string | null> {
  try {
    await matchPattern(pattern, PROBES, parsers);
    return null;
  } catch (error) {
    if (!(error instanceof ParserError)) throw error;
    return /took more/.test(error.message)
      ? 'takes too long on long addresses: avoid a repetition within a repetition, such as (a+)+'
      : `is none. ${error.message}`;
  }
}
