import { setTimeout as sleep } from 'node:timers/promises';
import {
  START,
  eventTypeFilter,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type Position,
} from '@eventstore/db-client';
import { comparePositions } from '#domain';
import {
  EventStoreUnavailableError,
  LOG_START,
  type StoredEvent,
  type SubscriptionMessage,
} from '../port/event-store.port.js';
import { later, type LogReader, type ReadFrom } from './log-reader.js';
import { pull } from './pull.js';
import { fromRecord } from './record.format.js';
import { asUnavailable, isRefusal } from './unavailable.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

export interface FollowOptions {
  after?: string;
  types?: readonly string[];
  signal: AbortSignal;
}

/**
 * Follows the log, from history to live, over any number of connections: one whose server dies is told so
 * once by the client and never comes back, so each is replaced by the next, after the last event yielded.
 */
export class Subscription {
  /** Our last position the reader was told of. */
  private told: string;
  /** Where the next connection begins: also past what is not ours. */
  private resume: string;
  private latestRecording: string | undefined;
  private failures = 0;
  /** Position the server says it came to, past what its filter leaves out. */
  private checkpoint = LOG_START;

  constructor(
    private readonly server: ReadFrom,
    private readonly log: LogReader,
    private readonly options: FollowOptions,
  ) {
    this.told = this.resume = options.after ?? LOG_START;
  }

  /** Messages until the signal aborts. Throws only when the server refuses for good. */
  async *messages(): AsyncGenerator<SubscriptionMessage> {
    const { signal } = this.options;
    while (!signal.aborted) {
      try {
        yield* this.connection();
      } catch (error) {
        const failure = asUnavailable(error, this.server.address);
        if (signal.aborted) return;
        if (!(failure instanceof EventStoreUnavailableError) || isRefusal(failure)) throw failure;
      }
      // Half of the pause is chance, so that many followers of one server do not come back at once.
      const pause =
        Math.min(FIRST_PAUSE_MS * 2 ** this.failures++, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private async *connection(): AsyncGenerator<SubscriptionMessage> {
    const { signal } = this.options;
    this.latestRecording ??= await unlessAborted(signal, this.log.recordedBefore(this.resume));
    const head = await unlessAborted(signal, this.log.head());
    const state = { caughtUp: false, said: '' };
    const live = this.open();
    live.on('confirmation', () => (this.failures = 0));
    live.on('caughtUp', () => (state.caughtUp = true));
    const cancel = () => live.unsubscribe();
    const pulling = pull<AllStreamResolvedEvent>(live, {
      signal,
      nudges: ['caughtUp'],
      cancel,
    });
    for await (const batch of pulling) {
      yield* this.take(batch);
      if (batch.length > 0) continue;
      this.resume = laterPosition(this.resume, this.checkpoint);
      if (state.caughtUp || comparePositions(this.told, head) >= 0) {
        this.told = laterPosition(this.told, head);
        if (state.said === this.told) continue;
        yield { kind: 'caughtUp', position: (state.said = this.told) };
      }
    }
  }

  /** What is wanted of a batch, or how far it went when the rest of it was left out. */
  private *take(batch: readonly AllStreamResolvedEvent[]): Generator<SubscriptionMessage> {
    const ours = batch.map((resolved) => this.pass(resolved)).filter((event) => event !== null);
    const { types } = this.options;
    const wanted = types ? ours.filter((event) => types.includes(event.type)) : ours;
    if (wanted.length > 0) yield { kind: 'events', events: wanted };
    const last = ours.at(-1)?.position;
    if (last === undefined) return;
    this.told = last;
    if (wanted.at(-1)?.position !== last) yield { kind: 'checkpoint', position: last };
  }

  private pass({ event: record }: AllStreamResolvedEvent): StoredEvent | null {
    if (!record) return null;
    this.resume = laterPosition(this.resume, String(record.position.commit));
    const event = fromRecord(record, this.server.prefix);
    if (!event) return null;
    this.latestRecording = later(event.recordedAt, this.latestRecording ?? '');
    return { ...event, recordedAt: this.latestRecording };
  }

  private open(): AllStreamSubscription {
    const at = BigInt(this.resume);
    const { prefix } = this.server;
    const checkpoints = {
      checkpointInterval: 1,
      checkpointReached: async (_: unknown, { commit }: Position) => {
        this.checkpoint = String(commit);
      },
    };
    return this.server.client.subscribeToAll(
      {
        fromPosition: at === 0n ? START : { commit: at, prepare: at },
        // Types are chosen here, not by the server: it tells how far it came only now and then.
        filter: prefix
          ? streamNameFilter({ prefixes: [prefix], ...checkpoints })
          : eventTypeFilter({ regex: '^[^$]', ...checkpoints }),
      },
      { highWaterMark: 500 },
    );
  }
}

/** Rejects at once when the signal aborts, however long the work would still wait for a frozen server. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let abort = () => undefined as void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new Error('The subscription was ended.'));
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function laterPosition(a: string, b: string): string {
  return comparePositions(a, b) >= 0 ? a : b;
}
