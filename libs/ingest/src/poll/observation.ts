import type { Fetched } from '../fetch/conditional-get.js';
import type { FeedEntry } from '../parse/feed.js';

/** What a source showed in one poll, whatever its kind. */
export interface Observation {
  fetched: Fetched;
  /** Why a good answer is of no use (no feed, unparsable), or null. */
  unreadable: string | null;
  entries: FeedEntry[];
  /** Ids and links of what the source says was taken away. */
  deleted: string[];
  /** What the document itself asks to be left alone for, in seconds. */
  freshSeconds: number | null;
  /** False when there is more than one poll takes. */
  complete: boolean;
  /** For pages: how many linked articles are known. */
  knownLinks: number;
}

export function nothingSeen(fetched: Fetched): Observation {
  return {
    fetched,
    unreadable: null,
    entries: [],
    deleted: [],
    freshSeconds: null,
    complete: true,
    knownLinks: 0,
  };
}
