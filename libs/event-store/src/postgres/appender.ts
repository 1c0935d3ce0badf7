import { isConnectionLoss, type Database } from '#platform';
import type { LinkedEvent } from '../hashing/link.js';
import { EventStoreUnavailableError } from '../port/event-store.port.js';
import { pause } from './bell.js';
import { GroupCommit, type Groupable } from './group-commit.js';

/** A linked batch on its way into the log. */
export interface OutgoingBatch {
  stream: string;
  expected: number;
  previousHash: string | null;
  events: LinkedEvent[];
}

/**
 * `known`: at least one id stands in the log; `moved`: the stream is at another revision; `unlinked`: it is at
 * that revision, but its last event has another hash than the batch was linked to.
 */
export interface Verdict {
  verdict: 'written' | 'known' | 'moved' | 'unlinked';
  /** Revision the stream was at, null when it did not exist. */
  actual: number | null;
  /** Position of the batch's last event when it was written. */
  position: string | null;
}

interface VerdictRow extends Omit<Verdict, 'position'> {
  batch: number;
  /** Position the log ended at before this group. */
  head: string;
}

const RETRY_MS = [50, 150, 400, 900];

/** Sends batches to the log, those that wait together in one statement. */
export class Appender {
  private readonly group: GroupCommit<OutgoingBatch & Groupable, Verdict>;

  constructor(private readonly database: Database) {
    this.group = new GroupCommit(
      (batches) => this.send(batches),
      (error) => error instanceof EventStoreUnavailableError,
    );
  }

  append(batch: OutgoingBatch): Promise<Verdict> {
    const keys = [`stream ${batch.stream}`, ...batch.events.map((event) => `id ${event.id}`)];
    const weight = batch.events.reduce((sum, event) => sum + event.dataText.length + 400, 0);
    return this.group.add({ ...batch, keys, weight });
  }

  idle(): Promise<void> {
    return this.group.idle();
  }

  /** An attempt cut off by the loss of the server may have succeeded: then its repeat finds the ids known. */
  private async send(batches: OutgoingBatch[]): Promise<Verdict[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.call(batches);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        const wait = RETRY_MS[attempt];
        if (wait === undefined) throw unavailable(error);
        await pause(wait);
      }
    }
  }

  private async call(batches: OutgoingBatch[]): Promise<Verdict[]> {
    const [only] = batches;
    const [event] = only?.events ?? [];
    const single = batches.length === 1 && only?.events.length === 1 && event;
    const rows = single
      ? await this.database.prepared<VerdictRow>('append-one', ONE, valuesOf(event))
      : await this.database.prepared<VerdictRow>('append-many', MANY, parametersOf(batches));
    return verdictsOf(batches, rows);
  }
}

const ONE =
  'SELECT 0 AS batch, * FROM append_one_to_log($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';
const MANY = 'SELECT * FROM append_to_log($1, $2, $3)';

function valuesOf(event: LinkedEvent): unknown[] {
  const { announcedAt, backfill, causationId, correlationId, actor, dataText, hash } = event;
  const place = [event.stream, event.revision - 1, event.previousHash, event.id, event.type, event.version];
  return [...place, announcedAt, backfill, causationId, correlationId, actor, dataText, hash];
}

/** The data goes apart from the rest: escaped into JSON it would be parsed twice more. */
function parametersOf(batches: OutgoingBatch[]): unknown[] {
  const heads = batches.map(({ stream, expected, previousHash }, batch) => {
    return { batch, stream, expected, previous_hash: previousHash };
  });
  const events = batches.flatMap((each, batch) =>
    each.events.map((event) => ({ batch, ...columnsOf(event) })),
  );
  const payloads = batches.flatMap((each) => each.events.map((event) => event.dataText));
  return [JSON.stringify(heads), JSON.stringify(events), payloads];
}

/** Written batches stand one after the other behind the former head. */
function verdictsOf(batches: OutgoingBatch[], rows: VerdictRow[]): Verdict[] {
  const byBatch = new Map(rows.map((row) => [row.batch, row]));
  let written = 0n;
  return batches.map((batch, n) => {
    const row = byBatch.get(n);
    if (!row) throw new Error(`The database gave no verdict on the batch for stream ${batch.stream}.`);
    const { verdict, actual } = row;
    if (verdict !== 'written') return { verdict, actual, position: null };
    written += BigInt(batch.events.length);
    return { verdict, actual, position: String(BigInt(row.head) + written) };
  });
}

/** The members of a linked event, but its data, under the names of the log's columns. */
export function columnsOf(event: LinkedEvent) {
  return {
    id: event.id,
    stream: event.stream,
    revision: event.revision,
    type: event.type,
    version: event.version,
    announced_at: event.announcedAt,
    backfill: event.backfill,
    causation_id: event.causationId,
    correlation_id: event.correlationId,
    actor: event.actor,
    hash: event.hash,
    previous_hash: event.previousHash,
  };
}

/** The error callers are told of when the server is away. */
export function unavailable(cause: unknown): EventStoreUnavailableError {
  const { message, code } = cause as { message?: string; code?: string };
  const reason = message || code || String(cause);
  return new EventStoreUnavailableError(`The event log's database cannot be reached: ${reason}`, { cause });
}
