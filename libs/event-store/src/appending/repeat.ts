import { canonicalJson } from '../hashing/canonical.js';
import {
  EventConflictError,
  type AppendResult,
  type EventToAppend,
  type StoredEvent,
} from '../port/event-store.port.js';

/**
 * Decides about a batch of which at least one id is known: the result of its first append when it is the
 * same batch again, else throws `EventConflictError`. `known` are the stored events under the batch's ids.
 * `backfill` is no part of sameness: it is decided anew at each attempt, from the clock.
 */
export function resultOfRepeat(
  stream: string,
  events: readonly EventToAppend[],
  known: readonly StoredEvent[],
): AppendResult {
  const byId = new Map(known.map((event) => [event.id, event]));
  let previous: StoredEvent | null = null;
  for (const event of events) {
    const stored = byId.get(event.id);
    const objection = stored
      ? objectionTo(stream, event, stored, previous)
      : `${event.id} is new, others are known`;
    if (objection !== null) throw new EventConflictError(stream, objection);
    previous = stored ?? null;
  }
  if (previous === null) throw new EventConflictError(stream, 'the batch is empty');
  return { revision: previous.revision, position: previous.position, repeated: true };
}

/** Throws `EventConflictError` when a batch is empty or holds one id twice. */
export function refuseMalformedBatch(stream: string, events: readonly EventToAppend[]): void {
  if (events.length === 0) throw new EventConflictError(stream, 'the batch is empty');
  const ids = new Set(events.map((event) => event.id));
  if (ids.size < events.length) throw new EventConflictError(stream, 'the batch holds one id twice');
}

function objectionTo(
  stream: string,
  event: EventToAppend,
  stored: StoredEvent,
  previous: StoredEvent | null,
): string | null {
  if (stored.stream !== stream) return `${event.id} is known in stream ${stored.stream}`;
  if (previous !== null && stored.revision !== previous.revision + 1)
    return `${event.id} is known, but not in this order`;
  return sameContent(event, stored) ? null : `${event.id} is known with other content`;
}

function sameContent(event: EventToAppend, stored: StoredEvent): boolean {
  return (
    event.type === stored.type &&
    event.version === stored.version &&
    event.announcedAt === stored.announcedAt &&
    event.causationId === stored.causationId &&
    event.correlationId === stored.correlationId &&
    event.actor === stored.actor &&
    canonicalJson(event.data) === canonicalJson(stored.data)
  );
}
