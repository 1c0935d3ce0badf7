import type { Fact } from '../decider.js';
import type { Lang } from '../announcement/kinds.js';

/** `hand`: documents given by people and the chronicle. */
export const SOURCE_KINDS = ['feed', 'page', 'hand'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const SOURCE_FILTERS = ['wic', 'all'] as const;
export type SourceFilter = (typeof SOURCE_FILTERS)[number];

/** What is configured of a source. `url` never holds credentials. */
export interface SourceSettings {
  url: string | null;
  kind: SourceKind;
  title: string;
  lang: Lang | null;
  /** IANA zone in which the source writes dates without one. */
  tz: string;
  /** For pages: a regular expression that article links match. */
  linkPattern: string | null;
  filter: SourceFilter;
}

/** Somebody began to follow a source, or followed it again. */
export type SourceFollowed = Fact<'SourceFollowed', SourceSettings>;
/** A source's settings were changed by a person. */
export type SourceChanged = Fact<'SourceChanged', Partial<SourceSettings>>;
/** The source's address moved for good, seen repeatedly. */
export type SourceMoved = Fact<'SourceMoved', { from: string; to: string }>;
/** Polling was suspended, by a person or because the source is gone. */
export type SourcePaused = Fact<'SourcePaused', { reason: string }>;
/** Polling was taken up again. */
export type SourceResumed = Fact<'SourceResumed', { reason: string }>;
/** The source stopped answering as it should. */
export type SourceBroke = Fact<'SourceBroke', { error: string; status: number | null }>;
/** The source answers again. */
export type SourceRecovered = Fact<'SourceRecovered', Record<string, never>>;
/** A fetch held none of the items known before: something may have been missed. */
export type GapSuspected = Fact<'GapSuspected', { lastKnownItem: string | null }>;
/** The source is followed no more; what it said stays. */
export type SourceUnfollowed = Fact<'SourceUnfollowed', { reason: string }>;

export type SourceEvent =
  | SourceFollowed
  | SourceChanged
  | SourceMoved
  | SourcePaused
  | SourceResumed
  | SourceBroke
  | SourceRecovered
  | GapSuspected
  | SourceUnfollowed;
