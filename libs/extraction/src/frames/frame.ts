import type { Kind, Lang, Phase } from '#domain';
import type { DateExpression } from '../dates/date-expression.js';
import type { Tense } from '../dates/resolve.js';
import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';
import type { Piece } from '../text/sections.js';
import type { Span } from '../text/view.js';

/** A piece of text with all that rules look at. */
export interface Scan {
  piece: Piece;
  lang: Lang;
  mentions: Mention[];
  predicates: Predicate[];
  dates: DateExpression[];
  section: number;
  index: number;
  /** The year that the lines of a chronicle stand under: "2019: …", 二、2023年. */
  year: number | null;
}

/** Something that a piece says happens: the seed of a statement. Spans are within the piece. */
export interface Frame {
  scan: Scan;
  kind: Kind;
  phase: Phase | null;
  tense: Tense;
  /** What it happens to, where a thing is named. */
  mention: Mention | null;
  /** The words that tell the kind. */
  cue: Span;
  deed: string;
  rule: string;
  /** Who does it, by slug, where the activity is theirs: participation, visits. */
  actor: string | null;
  /** A name for the activity where no mention gives one. */
  topic: string | null;
}
