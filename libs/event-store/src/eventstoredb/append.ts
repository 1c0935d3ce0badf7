import { refuseMalformedBatch, resultOfRepeat } from '../appending/repeat.js';
import { linkEvents } from '../hashing/link.js';
import {
  WrongExpectedRevisionError,
  type AppendResult,
  type EventToAppend,
  type ExpectedRevision,
  type StoredEvent,
} from '../port/event-store.port.js';
import { claimIds, writeBatch } from './batch-writer.js';
import type { IdRegister } from './id-register.js';
import type { LogReader, ReadFrom } from './log-reader.js';
import { eventOfStream } from './stream-reader.js';

export interface AppendTo {
  server: ReadFrom;
  log: LogReader;
  register: IdRegister;
}

/** One attempt: reads the stream's end, then writes after exactly that. Null when another writer came between. */
export async function attemptAppend(
  { server, log, register }: AppendTo,
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): Promise<AppendResult | null> {
  refuseMalformedBatch(stream, events);
  const [last, notBefore] = await Promise.all([eventOfStream(server, stream), log.latestRecording()]);
  const end = { revision: last?.revision ?? -1, hash: last?.hash ?? null };
  if (end.revision !== expected) {
    const known = await Promise.all(events.map((event) => register.find(event.id)));
    const found = known.filter((event): event is StoredEvent => event !== null);
    if (found.length > 0) return resultOfRepeat(stream, events, found);
    throw new WrongExpectedRevisionError(stream, expected, end.revision);
  }
  const batch = { stream, after: expected, events: linkEvents(stream, end, events), notBefore };
  const known = await claimIds(register, batch);
  if (known.length > 0) return resultOfRepeat(stream, events, known);
  const position = await writeBatch(server, batch);
  return position === null ? null : { revision: expected + events.length, position, repeated: false };
}
