import { chineseDates } from '../dates/chinese-dates.js';
import { englishDates } from '../dates/english-dates.js';
import type { Kind, Lang } from '#domain';
import type { DateExpression } from '../dates/date-expression.js';
import { DEEDS } from '../kinds/pairs.js';
import type { Deed } from '../kinds/predicates.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { languageOf } from '../language/language.js';
import type { Mention } from '../mentions/mention.js';
import { mentionsIn } from '../mentions/mentions.js';
import { predicatesIn, type Predicate } from '../predicates/predicates.js';
import { datelineLength } from '../text/dateline.js';
import type { Piece } from '../text/sections.js';
import type { Scan } from './frame.js';

/** Sentences longer than this are lists or hostile; only their beginning is read. */
const PIECE_LIMIT = 2_000;

/** What a piece of text was named before it, for pronouns and "the forum". */
export type Topics = Mention[];

/** "It" stands for what began a sentence before. */
const SUBJECT = 12;

function fits(topic: Mention, anaphor: readonly Kind[] | 'any'): boolean {
  const kind = topic.kind === 'institution' ? 'summit' : topic.kind;
  if (anaphor === 'any') return topic.start <= SUBJECT && kind !== 'publication';
  return anaphor.includes(kind);
}

/** What a pronoun stands for: "the summit" the last known meeting rather than one of its parts. */
function standsFor(mention: Mention, topics: Topics): Mention | null {
  const { anaphor } = mention;
  if (!anaphor) return mention;
  const fitting = topics.filter((topic) => fits(topic, anaphor));
  const known = (topic: Mention): boolean => topic.event !== null || topic.kind === 'institution';
  const wide = anaphor !== 'any' && anaphor.includes('summit');
  const antecedent = (wide ? fitting.findLast(known) : undefined) ?? fitting.at(-1);
  if (!antecedent) return null;
  const kind = antecedent.kind === 'institution' && anaphor !== 'any' ? 'summit' : antecedent.kind;
  return {
    ...mention,
    kind,
    event: antecedent.event,
    own: antecedent.own,
    year: mention.year ?? antecedent.year,
  };
}

const INSTITUTION_DEEDS = [...(DEEDS.summit ?? []), 'establish', 'unveil'] as const;

/** The deeds that the things of a piece can do: others need not be looked for. */
function deedsOf(mentions: Mention[]): ReadonlySet<Deed> {
  const kinds = mentions.map((mention) =>
    mention.kind === 'institution' ? INSTITUTION_DEEDS : (DEEDS[mention.kind] ?? []),
  );
  return new Set(kinds.flat());
}

/** The dates of a piece, but for that of its dateline. */
function datesOf({ text, role }: Piece, lang: Lang): DateExpression[] {
  const dates = lang === 'zh' ? chineseDates(text) : englishDates(text);
  if (role !== 'body' || dates.length === 0) return dates;
  const from = datelineLength(text, lang);
  return from === 0 ? dates : dates.filter((date) => date.start >= from);
}

/** A scan that looks for its dates when they are first asked for: most sentences tell nothing that has a day. */
class ReadPiece implements Scan {
  private found: DateExpression[] | null = null;

  constructor(
    readonly piece: Piece,
    readonly lang: Lang,
    readonly mentions: Mention[],
    readonly predicates: Predicate[],
    readonly section: number,
    readonly index: number,
    readonly year: number | null,
  ) {}

  get dates(): DateExpression[] {
    return (this.found ??= datesOf(this.piece, this.lang));
  }
}

/** Reads a piece: its things with pronouns resolved, verbs and dates. Adds what it names to `topics`. */
export function scanOf(
  piece: Piece,
  section: number,
  index: number,
  lexicon: Lexicon,
  trustShort: boolean,
  topics: Topics,
  year: number | null,
): Scan {
  const read =
    piece.text.length > PIECE_LIMIT
      ? { ...piece, text: piece.text.slice(0, PIECE_LIMIT), end: piece.start + PIECE_LIMIT }
      : piece;
  const lang = languageOf(read.text);
  const mentions = mentionsIn(read.text, lang, lexicon, trustShort).flatMap(
    (mention) => standsFor(mention, topics) ?? [],
  );
  topics.push(
    ...mentions.filter(
      (mention) => mention.anaphor === null && (!mention.modifier || mention.event !== null),
    ),
  );
  const predicates = mentions.length > 0 ? predicatesIn(read.text, lang, deedsOf(mentions)) : [];
  return new ReadPiece(read, lang, mentions, predicates, section, index, year);
}
