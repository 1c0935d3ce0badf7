import type { Instant, Lang, Reading } from '#domain';

/** A text to be read, with everything that is known of it. */
export interface Document {
  title: string | null;
  text: string;
  url: string | null;
  lang: Lang | null;
  /** The time the source states; a day alone is its start in `tz`. */
  publishedAt: Instant | null;
  publishedAtPrecision: 'instant' | 'day' | null;
  publishedAtRaw: string | null;
  /** When it was received: `announcedAt` is never after this. */
  receivedAt: Instant;
  /** IANA zone for dates without one. */
  tz: string;
  /** True when the source says that everything in it is about the WIC. */
  trusted: boolean;
}

/** One announcement that a text makes. */
export interface Statement {
  /** Stable within the document, so that re-reading the same text gives the same ids. */
  key: string;
  reading: Reading;
  /** Names of the rules that fired, for explanation. */
  rules: string[];
}

export interface Extraction {
  relevant: boolean;
  /** Why it is, or is not, about the WIC. */
  relevance: { score: number; rules: string[] };
  lang: Lang;
  statements: Statement[];
}
