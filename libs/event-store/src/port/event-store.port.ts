import type { EventEnvelope, Instant } from '#domain';

/** An event as it is handed to the store. The store adds stream, revision, position, recordedAt and hashes. */
export interface EventToAppend {
  id: string;
  type: string;
  /** Version of the data's shape, from 1. */
  version: number;
  data: unknown;
  announcedAt: Instant | null;
  backfill: boolean;
  causationId: string | null;
  correlationId: string | null;
  actor: string;
}

/** An event exactly as stored: data of the version it was written in, with its place in the hash chain. */
export interface StoredEvent extends EventEnvelope {
  type: string;
  data: unknown;
  announcedAt: Instant | null;
  /** SHA-256 (hex) over the RFC 8785 JSON of the event's immutable parts and `previousHash`. */
  hash: string;
  /** Hash of the event before it in its stream; null for the first. */
  previousHash: string | null;
}

/** The revision a stream is expected to be at: -1 when it must not exist yet. */
export type ExpectedRevision = number;
export const NO_STREAM: ExpectedRevision = -1;

/** Where the log begins: before every event. */
export const LOG_START = '0';

export interface AppendResult {
  /** Revision of the last event of the batch. */
  revision: number;
  /** Position of the last event of the batch. */
  position: string;
  /** True when the same batch had been appended before and nothing was written. */
  repeated: boolean;
}

export interface ReadAllOptions {
  /** Exclusive. Forwards: events after it; backwards: events before it. Default: the whole log. */
  from?: string;
  direction?: 'forwards' | 'backwards';
  limit?: number;
  /** Event types to read; default all. */
  types?: readonly string[];
}

export interface ReadStreamOptions {
  /** Inclusive revision to begin at. */
  from?: number;
  direction?: 'forwards' | 'backwards';
  limit?: number;
}

export interface SubscribeOptions {
  /** Exclusive position to begin after; default: the beginning of the log. */
  after?: string;
  types?: readonly string[];
  signal: AbortSignal;
}

/**
 * What a subscription yields, in log order. Events come in batches of what is there (1–500). `caughtUp`
 * says that everything up to `position` was seen, also what the filter left out; it comes whenever the
 * head is reached, and at intervals while history is read.
 */
export type SubscriptionMessage =
  | { kind: 'events'; events: StoredEvent[] }
  | { kind: 'checkpoint'; position: string }
  | { kind: 'caughtUp'; position: string };

/**
 * Where facts live. Append of a batch to one stream is atomic; a reader never skips an event that commits
 * late; positions are totally ordered.
 */
export abstract class EventStore {
  /**
   * Appends a batch to one stream. The repeat check comes first: the same batch again returns the first
   * result; a partial overlap, other data under a known id, or an id known in another stream throws
   * `EventConflictError`; then a stream at another revision throws `WrongExpectedRevisionError`.
   */
  abstract append(
    stream: string,
    expectedRevision: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult>;

  /** Events of one stream; none when it does not exist. */
  abstract readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent>;

  /** Events of the log in order of position. */
  abstract readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent>;

  /** Position of the last event of the log, `LOG_START` when it is empty. */
  abstract head(): Promise<string>;

  /**
   * Events from a position on, through history to live, without gap or double, until `signal` aborts.
   * Asking for the next message is the backpressure. Survives the death, freeze and restart of the server:
   * it resumes after the last yielded event.
   */
  abstract subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;

  /**
   * Writes events of a backup, in log order, into an empty or partly restored log, keeping ids, revisions,
   * hashes and recordedAt; positions are assigned anew. Returns how many were written.
   */
  abstract restore(events: AsyncIterable<StoredEvent>): Promise<number>;

  abstract close(): Promise<void>;
}

/** The stream is not at the revision the writer saw: load again and decide anew. */
export class WrongExpectedRevisionError extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number | null,
  ) {
    super(`Stream ${stream} was expected at revision ${expected} but is at ${actual ?? 'another one'}.`);
    this.name = 'WrongExpectedRevisionError';
  }
}

/** Events under known ids that are not a repeat of the batch that was stored under them. */
export class EventConflictError extends Error {
  constructor(stream: string, reason: string) {
    super(`Events for stream ${stream} were refused and nothing was written: ${reason}.`);
    this.name = 'EventConflictError';
  }
}

/** The store cannot be reached. */
export class EventStoreUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EventStoreUnavailableError';
  }
}
