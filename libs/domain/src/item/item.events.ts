import type { Lang } from '../announcement/kinds.js';
import type { Fact } from '../decider.js';
import type { Instant } from '../time/instant.js';

/** One entry of a source as it was received. Its text lies in the archive under `contentHash`. */
export interface ItemContent {
  sourceId: string;
  /** What identifies the item within its source: guid, link or, for hand documents, the content hash. */
  identity: string;
  url: string | null;
  title: string | null;
  lang: Lang | null;
  /** The time the source states, in UTC; null when none or unreadable. */
  publishedAt: Instant | null;
  /** Whether the source stated a moment or a day alone; null with `publishedAt`. */
  publishedAtPrecision: 'instant' | 'day' | null;
  /** The time as the source wrote it. */
  publishedAtRaw: string | null;
  /** IANA zone for dates without one. */
  tz: string;
  /** SHA-256 (hex) of the item's plain text in UTF-8: its key in the archive. */
  contentHash: string;
  /** UTF-16 units of the text. */
  length: number;
  /** True when the source, not the text, says that the item is about the WIC. */
  trusted: boolean;
}

/** A source held an item about the WIC that was not known before. */
export type ItemReceived = Fact<'ItemReceived', ItemContent>;
/** A known item now has another text, title or time. `revision` counts from 1. */
export type ItemChanged = Fact<'ItemChanged', ItemContent & { revision: number; updatedAt: Instant | null }>;
/** The source took the item away: its page is gone, or the feed says deleted. */
export type ItemVanished = Fact<'ItemVanished', { sourceId: string; reason: 'deleted' | 'gone' }>;

export type ItemEvent = ItemReceived | ItemChanged | ItemVanished;
