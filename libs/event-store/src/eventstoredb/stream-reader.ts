import {
  BACKWARDS,
  END,
  ErrorType,
  FORWARDS,
  START,
  type ReadStreamOptions as ReadRange,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { ReadStreamOptions, StoredEvent } from '../port/event-store.port.js';
import { later, type ReadFrom } from './log-reader.js';
import { each } from './pull.js';
import { fromRecord } from './record.format.js';
import { asUnavailable, errorType } from './unavailable.js';

const PATIENCE_MS = 10_000;

/** The records of a stream by its full name; none when it does not exist. Revisions are inclusive. */
export async function* recordsOfStream(server: ReadFrom, name: string, options: ReadStreamOptions = {}) {
  if (options.limit !== undefined && options.limit <= 0) return;
  const reading = server.client.readStream(name, rangeOf(options), { highWaterMark: 256 });
  const waiting = { patience: PATIENCE_MS, cancel: () => reading.cancel() };
  try {
    for await (const { event } of each<ResolvedEvent>(reading, waiting)) if (event) yield event;
  } catch (error) {
    if (errorType(error) !== ErrorType.STREAM_NOT_FOUND) throw asUnavailable(error, server.address);
  }
}

function rangeOf({ from, direction, limit }: ReadStreamOptions): ReadRange {
  const backwards = direction === 'backwards';
  return {
    direction: backwards ? BACKWARDS : FORWARDS,
    fromRevision: from === undefined ? (backwards ? END : START) : BigInt(from),
    ...(limit === undefined ? {} : { maxCount: limit }),
  };
}

/** Our events of a stream. `recordedAt` never falls while reading forwards. */
export async function* eventsOfStream(
  server: ReadFrom,
  stream: string,
  options: ReadStreamOptions = {},
): AsyncGenerator<StoredEvent> {
  let latest = '';
  for await (const record of recordsOfStream(server, server.prefix + stream, options)) {
    const event = fromRecord(record, server.prefix);
    if (!event) continue;
    if (options.direction !== 'backwards') latest = event.recordedAt = later(event.recordedAt, latest);
    yield event;
  }
}

/** One event of a stream by its revision, or the last one. */
export async function eventOfStream(
  server: ReadFrom,
  stream: string,
  revision?: number,
): Promise<StoredEvent | null> {
  const options: ReadStreamOptions =
    revision === undefined ? { direction: 'backwards', limit: 1 } : { from: revision, limit: 1 };
  for await (const event of eventsOfStream(server, stream, options)) return event;
  return null;
}
