import type { Database } from '#platform';
import { refuseMalformedBatch, resultOfRepeat } from '../appending/repeat.js';
import { linkEvents } from '../hashing/link.js';
import {
  EventStore,
  NO_STREAM,
  WrongExpectedRevisionError,
  type AppendResult,
  type EventToAppend,
  type ExpectedRevision,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '../port/event-store.port.js';
import { Appender } from './appender.js';
import { Bell, pause } from './bell.js';
import { LogReader } from './log-reader.js';
import { LogRestore } from './restore.js';
import { StreamEnds } from './stream-ends.js';
import { follow } from './subscription.js';

const CHANNEL = 'log_events';
const LISTEN_RETRY_MS = 1000;

/** The event log in PostgreSQL. It needs `eventStoreMigrations`; the database stays its owner's to close. */
export class PgEventStore extends EventStore {
  private readonly reader: LogReader;
  private readonly appender: Appender;
  private readonly ends: StreamEnds;
  private readonly bell = new Bell();
  private readonly closing = new AbortController();
  private readonly ring = () => this.bell.ring();
  private listening: Promise<() => Promise<void>> | null = null;

  constructor(private readonly database: Database) {
    super();
    this.reader = new LogReader(database);
    this.appender = new Appender(database);
    this.ends = new StreamEnds((stream, revision) => this.reader.hashAt(stream, revision));
  }

  async append(
    stream: string,
    expectedRevision: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    refuseMalformedBatch(stream, events);
    const end = await this.ends.at(stream, expectedRevision);
    const linked = linkEvents(stream, end, events);
    const outcome = await this.appender.append({
      stream,
      expected: expectedRevision,
      previousHash: end.hash,
      events: linked,
    });
    if (outcome.verdict === 'known')
      return resultOfRepeat(stream, events, await this.reader.byIds(events.map((event) => event.id)));
    const last = linked.at(-1);
    if (outcome.verdict === 'written' && last && outcome.position !== null) {
      this.ends.note(stream, last.revision, last.hash);
      this.bell.ring();
      return { revision: last.revision, position: outcome.position, repeated: false };
    }
    this.ends.forget(stream);
    if (outcome.verdict === 'unlinked') return this.append(stream, expectedRevision, events);
    throw new WrongExpectedRevisionError(stream, expectedRevision, outcome.actual ?? NO_STREAM);
  }

  async *readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent> {
    let last: StoredEvent | null = null;
    for await (const event of this.reader.stream(stream, options)) {
      if (last === null || event.revision > last.revision) last = event;
      yield event;
    }
    if (last) this.ends.note(stream, last.revision, last.hash);
  }

  readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent> {
    return this.reader.all(options);
  }

  head(): Promise<string> {
    return this.reader.head();
  }

  async *subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    this.listen();
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    yield* follow(this.reader, this.bell, { ...options, signal });
  }

  restore(events: AsyncIterable<StoredEvent>): Promise<number> {
    return new LogRestore(this.database, this.reader).run(events);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.appender.idle();
    const stop = await this.listening?.catch(() => null);
    await stop?.();
  }

  /** Hearing makes subscriptions fast; without it, and until it is had, they look at the log every second. */
  private listen(): void {
    if (this.closing.signal.aborted) return;
    this.listening ??= this.database.listen(CHANNEL, this.ring);
    this.listening.catch(async () => {
      this.listening = null;
      await pause(LISTEN_RETRY_MS, this.closing.signal);
      this.listen();
    });
  }
}
