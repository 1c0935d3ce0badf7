import type { AllStreamRecordedEvent, EventData, JSONType, RecordedEvent } from '@eventstore/db-client';
import type { LinkedEvent } from '../hashing/link.js';
import type { StoredEvent } from '../port/event-store.port.js';

/** What stands in an event's metadata on the server, beside the data. */
interface RecordMetadata {
  id: string;
  version: number;
  hash: string;
  previousHash: string | null;
  announcedAt: string | null;
  backfill: boolean;
  actor: string;
  $causationId: string | null;
  $correlationId: string | null;
  /** The latest time of recording its writer saw in the log: no event is recorded before it. */
  notBefore: string;
  /** Of a restored event: when the log it comes from recorded it. */
  recordedAt?: string;
}

/** An event as it is sent to the server. */
export interface EventToSend extends LinkedEvent {
  /** The event's id on the server, new for each attempt, so that the server takes nothing for a repeat. */
  attemptId: string;
  recordedAt?: string;
}

/** Positions of servers that do not tell the position of an event read by stream. */
const UNKNOWN_POSITION = 2n ** 64n - 1n;

/** Data goes to the server as the canonical text that was hashed, byte by byte. */
export function toRecord(event: EventToSend, notBefore: string): EventData {
  const metadata: RecordMetadata = {
    id: event.id,
    version: event.version,
    hash: event.hash,
    previousHash: event.previousHash,
    announcedAt: event.announcedAt,
    backfill: event.backfill,
    actor: event.actor,
    $causationId: event.causationId,
    $correlationId: event.correlationId,
    notBefore,
    ...(event.recordedAt === undefined ? {} : { recordedAt: event.recordedAt }),
  };
  const common = { id: event.attemptId, type: event.type, metadata: { ...metadata } };
  const data = JSON.parse(event.dataText) as JSONType;
  // The client writes JSON with JSON.stringify, which orders names that are whole numbers in its own way.
  return JSON.stringify(data) === event.dataText
    ? { ...common, contentType: 'application/json', data }
    : { ...common, contentType: 'application/octet-stream', data: Buffer.from(event.dataText, 'utf8') };
}

/** The stored event of a record, null when the record is none of ours. `prefix` is what its stream begins with. */
export function fromRecord(
  record: RecordedEvent | AllStreamRecordedEvent,
  prefix: string,
): StoredEvent | null {
  const meta = record.metadata as unknown as RecordMetadata | undefined;
  if (record.type.startsWith('$') || !record.streamId.startsWith(prefix) || !meta?.hash) return null;
  return {
    id: meta.id,
    type: record.type,
    version: meta.version,
    stream: record.streamId.slice(prefix.length),
    revision: Number(record.revision),
    position: positionOf(record),
    recordedAt: recordedAtOf(record),
    backfill: meta.backfill,
    causationId: meta.$causationId,
    correlationId: meta.$correlationId,
    actor: meta.actor,
    data: record.isJson ? record.data : JSON.parse(Buffer.from(record.data as Uint8Array).toString('utf8')),
    announcedAt: meta.announcedAt,
    hash: meta.hash,
    previousHash: meta.previousHash,
  };
}

/** The server's time of a record, or what its writer knew to be later. */
export function recordedAtOf(record: RecordedEvent | AllStreamRecordedEvent): string {
  const meta = record.metadata as Partial<RecordMetadata> | undefined;
  if (meta?.recordedAt) return meta.recordedAt;
  const created = record.created.toISOString();
  return meta?.notBefore && meta.notBefore > created ? meta.notBefore : created;
}

/** Whether a record carries the latest time of recording before it. */
export function tellsNotBefore(record: RecordedEvent | AllStreamRecordedEvent): boolean {
  return typeof (record.metadata as Partial<RecordMetadata> | undefined)?.notBefore === 'string';
}

function positionOf(record: RecordedEvent | AllStreamRecordedEvent): string {
  const commit = record.position?.commit;
  if (commit === undefined || commit === UNKNOWN_POSITION)
    throw new Error(
      'The server behind EVENTSTORE_URL does not tell the positions of events; EventStoreDB 23.10 or later does.',
    );
  return String(commit);
}
