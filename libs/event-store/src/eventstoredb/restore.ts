import { canonicalJson } from '../hashing/canonical.js';
import { eventHash } from '../hashing/event-hash.js';
import { EventConflictError, type StoredEvent } from '../port/event-store.port.js';
import type { AppendTo } from './append.js';
import { claimIds, writeBatch, type Batch } from './batch-writer.js';
import { later } from './log-reader.js';

const BATCH_EVENTS = 500;
const BATCH_CHARACTERS = 250_000;

/** Writes a backup, in its order, into a log that is empty or holds the beginning of it. Returns how many. */
export async function restoreLog(to: AppendTo, backup: AsyncIterable<StoredEvent>): Promise<number> {
  const restore = new Restore(to);
  try {
    for await (const event of backup) await restore.take(event);
    return await restore.finish();
  } finally {
    await restore.close();
  }
}

class Restore {
  private readonly there: AsyncIterator<StoredEvent>;
  private passedThere = false;
  /** Last revision and hash of each stream, of what is there and what was taken. */
  private readonly ends = new Map<string, { revision: number; hash: string }>();
  private batch: (Batch & { events: Batch['events'][number][] }) | null = null;
  private characters = 0;
  private latest = '';
  private written = 0;

  constructor(private readonly to: AppendTo) {
    this.there = to.log.readAll()[Symbol.asyncIterator]();
  }

  async take(event: StoredEvent): Promise<void> {
    const dataText = this.check(event);
    if (await this.isThere(event)) return;
    if (this.batch?.stream !== event.stream || this.isFull(dataText)) await this.flush();
    this.batch ??= {
      stream: event.stream,
      after: event.revision - 1,
      events: [],
      notBefore: this.latest,
      restored: true,
    };
    this.batch.events.push({ ...event, dataText });
    this.characters += dataText.length;
  }

  async finish(): Promise<number> {
    await this.flush();
    if (!this.passedThere && !(await this.there.next()).done)
      throw new Error('The backup was not restored: the log holds events that are not in it.');
    return this.written;
  }

  async close(): Promise<void> {
    await this.there.return?.();
  }

  /** The event must be whole and hang on the one before it in its stream. */
  private check(event: StoredEvent): string {
    const end = this.ends.get(event.stream) ?? { revision: -1, hash: null };
    const dataText = canonicalJson(event.data);
    if (event.revision !== end.revision + 1 || event.previousHash !== end.hash)
      throw new EventConflictError(event.stream, `${event.id} does not follow the event before it`);
    if (eventHash(event, dataText) !== event.hash)
      throw new EventConflictError(event.stream, `${event.id} is not what its hash says`);
    this.ends.set(event.stream, { revision: event.revision, hash: event.hash });
    this.latest = later(event.recordedAt, this.latest);
    return dataText;
  }

  private async isThere(event: StoredEvent): Promise<boolean> {
    if (this.passedThere) return false;
    const { done, value } = await this.there.next();
    this.passedThere = done === true;
    if (done) return false;
    if (value.hash === event.hash && value.stream === event.stream) return true;
    throw new EventConflictError(
      event.stream,
      `the log already holds ${value.id}, where the backup has ${event.id}`,
    );
  }

  private isFull(dataText: string): boolean {
    return (
      (this.batch?.events.length ?? 0) >= BATCH_EVENTS || this.characters + dataText.length > BATCH_CHARACTERS
    );
  }

  private async flush(): Promise<void> {
    const { batch } = this;
    if (!batch) return;
    this.batch = null;
    this.characters = 0;
    const [known] = await claimIds(this.to.register, batch);
    if (known) throw new EventConflictError(batch.stream, `${known.id} is known in stream ${known.stream}`);
    if ((await writeBatch(this.to.server, batch)) === null)
      throw new EventConflictError(batch.stream, 'the log is being written to while the backup is restored');
    this.written += batch.events.length;
  }
}
