import type { Happens, Kind, Phase } from '#domain';
import type { DateExpression } from '../dates/date-expression.js';
import type { Frame } from '../frames/frame.js';
import type { FoundPlace } from '../frames/where.js';
import type { KnownEvent } from '../knowledge/knowledge.js';
import type { Piece } from '../text/sections.js';

/** A finding with the piece its words stand in. */
export interface Found<T> {
  value: T;
  piece: Piece;
  span: { start: number; end: number };
}

/** A statement in the making: one or more frames about the same thing. */
export interface Draft {
  kind: Kind;
  phase: Phase | null;
  event: KnownEvent | null;
  topic: string;
  year: number | null;
  actor: string | null;
  section: number;
  headed: boolean;
  /** The text it stands in is about the institution, not about something else. */
  prominent: boolean;
  frames: Frame[];
  happens: Found<Happens> | null;
  place: Found<FoundPlace> | null;
  theme: Found<string> | null;
  rules: string[];
}

export type { DateExpression };
