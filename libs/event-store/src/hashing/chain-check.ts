import type { StoredEvent } from '../port/event-store.port.js';
import { eventHash } from './event-hash.js';
import type { StreamEnd } from './link.js';

/** Walks events in log order and says what is wrong with one: its hash, its place in its stream, its time. */
export class ChainCheck {
  private readonly ends = new Map<string, StreamEnd>();
  private recordedAt = '';

  /** How many streams were met. */
  get streams(): number {
    return this.ends.size;
  }

  /** What is wrong with the next event, null when nothing is. */
  objectionTo(event: StoredEvent): string | null {
    const objection = this.linkObjection(event) ?? this.ownObjection(event);
    this.ends.set(event.stream, { revision: event.revision, hash: event.hash });
    this.recordedAt = event.recordedAt;
    return objection;
  }

  private linkObjection(event: StoredEvent): string | null {
    const end = this.ends.get(event.stream) ?? { revision: -1, hash: null };
    if (event.revision !== end.revision + 1)
      return `revision ${event.revision} of stream ${event.stream} follows revision ${end.revision}`;
    if (event.previousHash !== end.hash)
      return `it does not name the hash of the event before it in stream ${event.stream}`;
    return null;
  }

  private ownObjection(event: StoredEvent): string | null {
    if (eventHash(event) !== event.hash) return 'its content does not match its hash';
    if (event.recordedAt < this.recordedAt) return `it was recorded before the event in front of it`;
    return null;
  }
}
