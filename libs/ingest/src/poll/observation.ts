import type { Fetched } from '../fetch/conditional-get.js';
import type { FeedEntry } from '../parse/feed.js';
import type { DomainPause } from '../schedule/domain-pauses.js';
import type { SeenItem } from '../schedule/seen-items.js';

/** What a source showed in one poll, whatever its kind. */
export interface Observation {
  fetched: Fetched;
  /** Digest of the document with all that decides what is made of it; null where there is none. */
  bodyMark: string | null;
  /** Why a good answer is of no use (no feed, unparsable), or null. */
  unreadable: string | null;
  entries: FeedEntry[];
  /** Ids and links of what the source says was taken away. */
  deleted: string[];
  /** What the document itself asks to be left alone for, in seconds. */
  freshSeconds: number | null;
  /** False when there is more than one poll takes. */
  complete: boolean;
  /** For pages: how many linked articles are known, and what to remember of those that cannot be read. */
  knownLinks: number;
  passedOver: SeenItem[];
  /** Domains that asked to be left alone while articles were fetched. */
  pauses: DomainPause[];
}

export function nothingSeen(fetched: Fetched): Observation {
  return {
    fetched,
    bodyMark: null,
    unreadable: null,
    entries: [],
    deleted: [],
    freshSeconds: null,
    complete: true,
    knownLinks: 0,
    passedOver: [],
    pauses: [],
  };
}
