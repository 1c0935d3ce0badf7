import type { Day, Instant } from '../time/instant.js';
import type { AnnouncedAtBasis, InstantPrecision, Kind, Lang, Phase, Precision } from './kinds.js';

/** A text by language; at least one is present. */
export type LocalizedText = Partial<Record<Lang, string>>;

/**
 * When the thing itself takes place. Full dates, also where only a month, quarter or year is known:
 * then the first and last day of it. One day: end = start. "Opens on": end null. "Closes on": start null.
 */
export interface Happens {
  start: Day | null;
  end: Day | null;
  precision: Precision;
  tz: string;
}

export interface Place {
  name: string;
  /** ISO 3166-1 alpha-2, or null where the text and the gazetteer do not say. */
  country: string | null;
}

export interface Person {
  name: string;
  role: string | null;
}

/**
 * The activity a reading is about: `summit/2023`, `office/zhejiang`, `competition/straight-to-wuzhen/2023`.
 * `known`: the key was built from knowledge (a recurring event, the chronicle); otherwise it was derived
 * from a title and says little about identity.
 */
export interface ActivityRef {
  id: string;
  title: LocalizedText;
  known: boolean;
}

export const EVIDENCE_FIELDS = [
  'kind',
  'activity',
  'phase',
  'title',
  'summary',
  'announcedAt',
  'happens',
  'place',
  'organisations',
  'people',
  'theme',
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** The exact characters a field came from: UTF-16 units, end exclusive, `text.slice(start, end) === text`. */
export interface Evidence {
  field: EvidenceField;
  in: 'text' | 'title';
  start: number;
  end: number;
  text: string;
}

/** What one item says of one announcement. Unknown parts are null, never guessed. */
export interface Reading {
  kind: Kind;
  activity: ActivityRef | null;
  phase: Phase | null;
  title: LocalizedText;
  summary: LocalizedText | null;
  announcedAt: Instant;
  announcedAtBasis: AnnouncedAtBasis;
  announcedAtPrecision: InstantPrecision;
  /** What the source wrote where its time could not be read, else null. */
  announcedAtRaw: string | null;
  happens: Happens | null;
  place: Place | null;
  organisations: string[];
  people: Person[];
  theme: string | null;
  /** 0–1. */
  confidence: number;
  evidence: Evidence[];
}

/** An item that reports an announcement. */
export interface Coverage {
  itemId: string;
  /** The item's own revision that was read, from 0. */
  itemRevision: number;
  sourceId: string;
  url: string | null;
  title: string | null;
  lang: Lang;
  publishedAt: Instant | null;
}

/** How an item's statement was recognised as (or told apart from) a known announcement. */
export interface Match {
  rule: string;
  /** 0–1. */
  score: number;
}
