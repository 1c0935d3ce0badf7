import {
  EventStore,
  EventStoreUnavailableError,
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
import { attemptAppend, type AppendTo } from './append.js';
import { addressOf, holdClient, releaseClient } from './esdb-client.js';
import { IdRegister } from './id-register.js';
import { LogReader, type ReadFrom } from './log-reader.js';
import { restoreLog } from './restore.js';
import { StreamQueue } from './stream-queue.js';
import { eventsOfStream } from './stream-reader.js';
import { Subscription } from './subscription.js';
import { asUnavailable, isRefusal } from './unavailable.js';

export interface EsdbOptions {
  /** What the names of our streams begin with on the server, so that several logs can share it. Default: nothing. */
  prefix?: string;
  /** Let the client send all appends over one call where the server can. Off: each has a call and deadline of its own. */
  batchAppend?: boolean;
}

/** Failed attempts within this time are made again: the connection may only have been an old one. */
const TRY_AGAIN_MS = 2000;
const PAUSE_MS = 200;

/** The log on EventStoreDB (23.10 or later) or KurrentDB, named by EVENTSTORE_URL (`esdb://…`). */
export class EsdbEventStore extends EventStore {
  private readonly server: ReadFrom;
  private readonly log: LogReader;
  private readonly to: AppendTo;
  private readonly queue = new StreamQueue();
  private readonly release: () => Promise<void>;
  private readonly closing = new AbortController();

  constructor(connectionString: string, { prefix = '', batchAppend = false }: EsdbOptions = {}) {
    super();
    const client = holdClient(connectionString, batchAppend);
    this.release = () => releaseClient(connectionString, batchAppend);
    this.server = { client, prefix, address: addressOf(connectionString) };
    this.log = new LogReader(this.server);
    this.to = { server: this.server, log: this.log, register: new IdRegister(this.server) };
  }

  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    return this.queue.run(stream, () => this.reaching(() => this.appendNow(stream, expected, events)));
  }

  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent> {
    return eventsOfStream(this.server, stream, options);
  }

  readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent> {
    return this.log.readAll(options);
  }

  head(): Promise<string> {
    return this.reaching(() => this.log.head());
  }

  subscribe({ after, types, signal }: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    const either = AbortSignal.any([signal, this.closing.signal]);
    return new Subscription(this.server, this.log, { after, types, signal: either }).messages();
  }

  async restore(events: AsyncIterable<StoredEvent>): Promise<number> {
    try {
      return await restoreLog(this.to, events);
    } catch (error) {
      throw asUnavailable(error, this.server.address);
    }
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.queue.settled();
    await this.release();
  }

  /** Where another writer came between reading and writing, what it wrote decides: a repeat, or another revision. */
  private async appendNow(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const result = await attemptAppend(this.to, stream, expected, events);
      if (result) return result;
    }
    throw new WrongExpectedRevisionError(stream, expected, null);
  }

  /** Does work whose every call has a deadline. Safe to do again after a failure, since a repeat is recognised. */
  private async reaching<T>(work: () => Promise<T>): Promise<T> {
    const begun = Date.now();
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const failure = asUnavailable(error, this.server.address);
        const mayPass = failure instanceof EventStoreUnavailableError && !isRefusal(failure);
        if (!mayPass || Date.now() - begun > TRY_AGAIN_MS) throw failure;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }
}
