import { LRUCache } from 'lru-cache';
import type { StreamEnd } from '../hashing/link.js';
import { NO_STREAM } from '../port/event-store.port.js';

const REMEMBERED = 20_000;

/** Ends of the streams used last. What it says may be out of date: the database has the last word. */
export class StreamEnds {
  private readonly ends = new LRUCache<string, { revision: number; hash: string }>({ max: REMEMBERED });

  constructor(private readonly hashAt: (stream: string, revision: number) => Promise<string | null>) {}

  note(stream: string, revision: number, hash: string): void {
    const known = this.ends.get(stream);
    if (!known || known.revision <= revision) this.ends.set(stream, { revision, hash });
  }

  forget(stream: string): void {
    this.ends.delete(stream);
  }

  /** The stream as it ends at a revision; its hash is null where there is no such event. */
  async at(stream: string, revision: number): Promise<StreamEnd> {
    if (revision === NO_STREAM) return { revision, hash: null };
    const known = this.ends.get(stream);
    if (known?.revision === revision) return known;
    return { revision, hash: await this.hashAt(stream, revision) };
  }
}
