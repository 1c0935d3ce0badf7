import type { EventToAppend } from '../port/event-store.port.js';
import { canonicalJson } from './canonical.js';
import { eventHash } from './event-hash.js';

/** An event with its place in its stream and in the hash chain; `dataText` is what is stored of `data`. */
export interface LinkedEvent extends EventToAppend {
  stream: string;
  revision: number;
  dataText: string;
  hash: string;
  previousHash: string | null;
}

/** Where a stream's chain stands: the revision (-1: no event yet) and hash of its last event. */
export interface StreamEnd {
  revision: number;
  hash: string | null;
}

/** Links a batch to the end of its stream. */
export function linkEvents(stream: string, end: StreamEnd, events: readonly EventToAppend[]): LinkedEvent[] {
  let previousHash = end.hash;
  return events.map((event, index) => {
    const placed = { ...event, stream, revision: end.revision + 1 + index, previousHash };
    const dataText = canonicalJson(event.data);
    const hash = eventHash(placed, dataText);
    previousHash = hash;
    return { ...placed, dataText, hash };
  });
}
