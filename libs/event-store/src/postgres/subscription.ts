import {
  EventStoreUnavailableError,
  LOG_START,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '../port/event-store.port.js';
import { pause, unlessAborted, type Bell } from './bell.js';
import type { LogReader } from './log-reader.js';

const BATCH = 500;
/** Positions looked through at a time when a filter may leave out most of them. */
const WINDOW = 20_000n;
/** How often the log is looked at although nothing was heard. */
const POLL_MS = 1000;
const BACKOFF_MS = { first: 100, most: 5000 };

/** The log from a position on, and what comes after it, until the signal aborts. */
export async function* follow(
  reader: LogReader,
  bell: Bell,
  options: SubscribeOptions,
): AsyncGenerator<SubscriptionMessage> {
  const { signal } = options;
  let after = options.after ?? LOG_START;
  let told: string | null = null;
  while (!signal.aborted) {
    const seen = bell.count;
    const head = await attempt(() => reader.head(), signal);
    if (head === undefined) return;
    if (BigInt(after) < BigInt(head)) {
      yield* history(reader, { ...options, after }, head);
      after = head;
    }
    if (signal.aborted) return;
    if (after !== told) yield { kind: 'caughtUp', position: (told = after) };
    await bell.next(seen, POLL_MS, signal);
  }
}

/** `events` is missing when the subscription was ended meanwhile. */
interface Page {
  events: StoredEvent[] | undefined;
  /** Everything up to here was looked through. */
  end: string;
}

/** What lies between `after` and the head; the next batch is read while one is handled. */
async function* history(
  reader: LogReader,
  { signal, types, after = LOG_START }: SubscribeOptions,
  head: string,
): AsyncGenerator<SubscriptionMessage> {
  const read = async (from: string): Promise<Page> => {
    const upTo = windowEnd(from, head);
    const events = await attempt(() => reader.between(from, upTo, BATCH, types), signal);
    return { events, end: events?.length === BATCH ? (events.at(-1)?.position ?? upTo) : upTo };
  };
  let pending: Promise<Page> | null = read(after);
  while (pending) {
    const { events, end }: Page = await pending;
    if (!events) return;
    pending = end === head ? null : read(end);
    pending?.catch(() => undefined); // a reader that leaves early never asks for it
    if (events.length > 0) yield { kind: 'events', events };
    if (signal.aborted) return;
    if (events.length < BATCH && pending) yield { kind: 'checkpoint', position: end };
  }
}

function windowEnd(after: string, head: string): string {
  const end = BigInt(after) + WINDOW;
  return end < BigInt(head) ? String(end) : head;
}

/** Tries until the server answers; `undefined` when the signal aborts. Other failures are thrown. */
async function attempt<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  for (let wait = BACKOFF_MS.first; !signal.aborted; wait = Math.min(wait * 2, BACKOFF_MS.most)) {
    try {
      return await unlessAborted(work(), signal);
    } catch (error) {
      if (!(error instanceof EventStoreUnavailableError)) throw error;
      await pause(wait * (0.5 + Math.random() / 2), signal);
    }
  }
  return undefined;
}
