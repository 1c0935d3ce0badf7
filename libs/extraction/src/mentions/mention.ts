import type { Kind, Lang } from '#domain';
import type { KnownEvent } from '../knowledge/knowledge.js';
import type { Span } from '../text/view.js';

/** A thing that a piece of text speaks of. */
export interface Mention extends Span {
  /** `institution`: its bare name, which may mean its yearly meeting. */
  kind: Kind | 'institution';
  /** What the knowledge knows of it, or null. */
  event: KnownEvent | null;
  /** The edition, from a year or ordinal in its name. */
  year: number | null;
  /** The number of its edition, from a name like "the fourth". */
  ordinal: number | null;
  /** Its name includes the institution's: "the WIC seminar". */
  own: boolean;
  /** Stands for something named before: "the forum", 本届大会; the kinds it can stand for. */
  anaphor: readonly Kind[] | 'any' | null;
  /** Belongs to another thing: the summit in "the expo of the summit". */
  modifier: boolean;
}

/** The language in which rules read a piece. */
export type RuleLang = Lang;
