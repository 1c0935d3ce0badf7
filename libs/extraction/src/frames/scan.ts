import { chineseDates } from '../dates/chinese-dates.js';
import { englishDates } from '../dates/english-dates.js';
import { DEEDS } from '../kinds/pairs.js';
import type { Deed } from '../kinds/predicates.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { languageOf } from '../language/language.js';
import type { Mention } from '../mentions/mention.js';
import { mentionsIn } from '../mentions/mentions.js';
import { predicatesIn } from '../predicates/predicates.js';
import type { Piece } from '../text/sections.js';
import type { Scan } from './frame.js';

/** Sentences longer than this are lists or hostile; only their beginning is read. */
const PIECE_LIMIT = 2_000;

/** What a piece of text was named before it, for pronouns and "the forum". */
export type Topics = Mention[];

/** "It" stands for what began a sentence before. */
const SUBJECT = 12;

function standsFor(mention: Mention, topics: Topics): Mention | null {
  const { anaphor } = mention;
  if (!anaphor) return mention;
  const antecedent = topics.findLast((topic) => {
    const kind = topic.kind === 'institution' ? 'summit' : topic.kind;
    return anaphor === 'any'
      ? topic.start <= SUBJECT && kind !== 'publication'
      : anaphor.includes(kind as never);
  });
  if (!antecedent) return null;
  const kind = antecedent.kind === 'institution' && anaphor !== 'any' ? 'summit' : antecedent.kind;
  return { ...mention, kind, event: antecedent.event, year: mention.year ?? antecedent.year };
}

const INSTITUTION_DEEDS = [...(DEEDS.summit ?? []), 'establish', 'unveil'] as const;

/** The deeds that the things of a piece can do: others need not be looked for. */
function deedsOf(mentions: Mention[]): ReadonlySet<Deed> {
  const kinds = mentions.map((mention) =>
    mention.kind === 'institution' ? INSTITUTION_DEEDS : (DEEDS[mention.kind] ?? []),
  );
  return new Set(kinds.flat());
}

/** Reads a piece: its things with pronouns resolved, verbs and dates. Adds what it names to `topics`. */
export function scanOf(
  piece: Piece,
  section: number,
  index: number,
  lexicon: Lexicon,
  trustShort: boolean,
  topics: Topics,
): Scan {
  const read =
    piece.text.length > PIECE_LIMIT
      ? { ...piece, text: piece.text.slice(0, PIECE_LIMIT), end: piece.start + PIECE_LIMIT }
      : piece;
  const lang = languageOf(read.text);
  const mentions = mentionsIn(read.text, lang, lexicon, trustShort).flatMap(
    (mention) => standsFor(mention, topics) ?? [],
  );
  topics.push(...mentions.filter((mention) => mention.anaphor === null && !mention.modifier));
  return {
    piece: read,
    lang,
    mentions,
    predicates: mentions.length > 0 ? predicatesIn(read.text, lang, deedsOf(mentions)) : [],
    dates: lang === 'zh' ? chineseDates(read.text) : englishDates(read.text),
    section,
    index,
  };
}
