import type { Database } from '#platform';
import { canonicalJson } from '../hashing/canonical.js';
import { ChainCheck } from '../hashing/chain-check.js';
import { LOG_START, type StoredEvent } from '../port/event-store.port.js';
import { columnsOf } from './appender.js';
import type { LogReader } from './log-reader.js';

const CHUNK_EVENTS = 1000;
const CHUNK_LENGTH = 4_000_000;

const INSERT = `
INSERT INTO log_events (position, id, stream, revision, type, version, announced_at, recorded_at, backfill,
  causation_id, correlation_id, actor, data, hash, previous_hash)
SELECT $1::bigint + n, id, stream, revision, type, version, announced_at, recorded_at, backfill,
  causation_id, correlation_id, actor, data, hash, previous_hash
FROM ROWS FROM (json_to_recordset($2::json) AS (
  id text, stream text, revision integer, type text, version integer, announced_at text, recorded_at text,
  backfill boolean, causation_id text, correlation_id text, actor text, data text, hash text,
  previous_hash text)) WITH ORDINALITY AS e (
  id, stream, revision, type, version, announced_at, recorded_at, backfill, causation_id, correlation_id,
  actor, data, hash, previous_hash, n)`;

type RestoredRow = ReturnType<typeof columnsOf> & { recorded_at: string; data: string };

/** Writes a backup into the log, checking it on the way and skipping what an earlier attempt wrote. */
export class LogRestore {
  private readonly check = new ChainCheck();
  private rows: RestoredRow[] = [];
  private length = 0;
  private head = LOG_START;
  private written = 0;

  constructor(
    private readonly database: Database,
    private readonly reader: LogReader,
  ) {}

  /** Returns how many events were written; throws, naming the event, at the first that is not right. */
  async run(events: AsyncIterable<StoredEvent>): Promise<number> {
    const already = this.reader.all();
    let present = await already.next();
    for await (const event of events) {
      const objection = this.check.objectionTo(event);
      if (objection !== null) throw new Error(`Event ${event.id} of the backup is not right: ${objection}.`);
      if (present.done) await this.add(event);
      else {
        refuseOther(present.value, event);
        this.head = present.value.position;
        present = await already.next();
      }
    }
    if (!present.done) throw notOfThisBackup(present.value);
    await this.flush();
    return this.written;
  }

  private async add(event: StoredEvent): Promise<void> {
    const dataText = canonicalJson(event.data);
    this.rows.push({ ...columnsOf({ ...event, dataText }), recorded_at: event.recordedAt, data: dataText });
    this.length += dataText.length;
    if (this.rows.length >= CHUNK_EVENTS || this.length >= CHUNK_LENGTH) await this.flush();
  }

  private async flush(): Promise<void> {
    if (this.rows.length === 0) return;
    this.head = await this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(7240715)');
      const last = 'SELECT coalesce(max(position), 0)::text AS head FROM log_events';
      const [before] = await tx.query<{ head: string }>(last);
      if (before?.head !== this.head)
        throw new Error('The log was written to during the restore: stop every other program that uses it.');
      await tx.query(INSERT, [this.head, JSON.stringify(this.rows)]);
      await tx.query("SELECT pg_notify('log_events', '')");
      return String(BigInt(this.head) + BigInt(this.rows.length));
    });
    this.written += this.rows.length;
    this.rows = [];
    this.length = 0;
  }
}

function refuseOther(present: StoredEvent, event: StoredEvent): void {
  const same = present.hash === event.hash && present.recordedAt === event.recordedAt;
  if (!same) throw notOfThisBackup(present);
}

function notOfThisBackup(present: StoredEvent): Error {
  return new Error(
    `A backup is restored into an empty log, but at position ${present.position} this one holds event ` +
      `${present.id}, which is not part of it. Use an empty database.`,
  );
}
