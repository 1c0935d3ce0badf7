import { randomUUID } from 'node:crypto';
import { ErrorType } from '@eventstore/db-client';
import type { LinkedEvent } from '../hashing/link.js';
import { EventConflictError, type StoredEvent } from '../port/event-store.port.js';
import type { IdRegister } from './id-register.js';
import type { ReadFrom } from './log-reader.js';
import { toRecord } from './record.format.js';
import { send } from './send.js';
import { eventOfStream } from './stream-reader.js';
import { errorType } from './unavailable.js';

/** Events that follow each other in one stream, the place of the first of them exact. */
export interface Batch {
  stream: string;
  /** Revision the stream must be at, -1 when it must not exist. */
  after: number;
  events: readonly (LinkedEvent & { recordedAt?: string })[];
  /** The events bring their time of recording with them. */
  restored?: boolean;
  /** The latest time of recording known to the writer. */
  notBefore: string;
}

const CLAIMS_AT_ONCE = 32;

/** Claims the ids of a batch; the stored events under those that are known already. */
export async function claimIds(register: IdRegister, batch: Batch): Promise<StoredEvent[]> {
  const known: StoredEvent[] = [];
  const left = [...batch.events];
  const worker = async () => {
    for (let event = left.shift(); event; event = left.shift()) {
      const claim = { stream: batch.stream, revision: event.revision, after: batch.after };
      const found = await register.claim(event.id, claim, batch.notBefore);
      if (found) known.push(found);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CLAIMS_AT_ONCE, left.length) }, worker));
  return known;
}

/** Writes a batch; the position of its last event, null when the stream is at another revision. */
export async function writeBatch(server: ReadFrom, batch: Batch): Promise<string | null> {
  // Ids of their own for each attempt: the server compares ids only and would call other data a repeat.
  const records = batch.events.map((event) => {
    const recordedAt = batch.restored ? event.recordedAt : undefined;
    return toRecord({ ...event, recordedAt, attemptId: randomUUID() }, batch.notBefore);
  });
  const sent = await send(server, server.prefix + batch.stream, batch.after, records).catch(
    (error: unknown) => {
      throw refusal(error, batch.stream);
    },
  );
  if (!sent) return null;
  if (records.length === 1 && sent.position) return sent.position;
  const last = await eventOfStream(server, batch.stream, batch.after + batch.events.length);
  if (!last) throw new Error(`The last event appended to ${batch.stream} cannot be read back.`);
  return last.position;
}

function refusal(error: unknown, stream: string): unknown {
  if (errorType(error) !== ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) return error;
  const reason =
    'together they are larger than the server takes (MaxAppendSize, 1 MiB unless it is set higher)';
  return new EventConflictError(stream, reason);
}
