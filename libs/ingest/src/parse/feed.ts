/** One entry of a feed or list page, every field a plain text. */
export interface FeedEntry {
  guid: string | null;
  /** Absolute. */
  link: string | null;
  title: string | null;
  /** The entry's text, without markup. */
  text: string;
  publishedRaw: string | null;
  updatedRaw: string | null;
}

/** An entry with all that a feed's format says of it. */
export interface ParsedEntry extends FeedEntry {
  /** The content, else the summary, as HTML that is safe to show, its links absolute. */
  html: string | null;
  /** The summary, likewise, where the entry has one beside its content. */
  summary: string | null;
  author: string | null;
  lang: string | null;
}

/** A feed as read, whatever its format and whichever parser managed it. */
export interface Feed {
  title: string | null;
  /** What the feed says it is about, as safe HTML. */
  description: string | null;
  author: string | null;
  lang: string | null;
  /** The site's address, absolute. */
  siteUrl: string | null;
  updatedRaw: string | null;
  /** How long the feed asks to be left alone (ttl, sy:updatePeriod), in seconds. */
  freshSeconds: number | null;
  entries: ParsedEntry[];
  /** Ids of entries that the feed says were taken away (RFC 6721). */
  deleted: string[];
  parser: 'own' | 'rss-parser' | 'feedsmith';
  /** Whether the document broke off: what stood before the cut is here. */
  truncated: boolean;
}

/** A document is no feed in any format known. */
export class NotAFeedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotAFeedError';
  }
}
