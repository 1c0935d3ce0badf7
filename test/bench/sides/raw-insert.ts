import { eventStoreMigrations } from '#event-store';
import type { Planned } from '../harness/history.js';
import type { BenchDatabase, BenchServer } from '../harness/server.js';

/** The log's own columns and indexes; positions come from a sequence, nothing is checked or hashed. */
const TABLE = `
CREATE TABLE raw_events (LIKE log_events INCLUDING ALL);
CREATE SEQUENCE raw_positions;
ALTER TABLE raw_events ALTER COLUMN position SET DEFAULT nextval('raw_positions')`;

const INSERT = `
INSERT INTO raw_events (id, stream, revision, type, version, announced_at, recorded_at, backfill, causation_id,
  correlation_id, actor, data, hash, previous_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const HASH = 'a'.repeat(64);

/** The same rows by INSERT, a connection for each writer. */
export class RawInsertSide {
  acknowledged = 0;

  private constructor(private readonly test: BenchDatabase) {}

  static async open(server: BenchServer, writers: number): Promise<RawInsertSide> {
    const test = await server.createDatabase(eventStoreMigrations, writers);
    await test.database.query(TABLE);
    return new RawInsertSide(test);
  }

  async append(batch: readonly Planned[]): Promise<void> {
    for (const { stream, revision, event } of batch) {
      const { id, type, version, announcedAt, backfill, causationId, correlationId, actor, data } = event;
      const place = [id, stream, revision, type, version, announcedAt, new Date().toISOString(), backfill];
      const rest = [
        causationId,
        correlationId,
        actor,
        JSON.stringify(data),
        HASH,
        revision === 0 ? null : HASH,
      ];
      await this.test.database.query(INSERT, [...place, ...rest]);
    }
    this.acknowledged += batch.length;
  }

  async objection(): Promise<string | null> {
    const [row] = await this.test.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM raw_events',
    );
    return row?.count === this.acknowledged
      ? null
      : `baseline: ${row?.count} rows, ${this.acknowledged} acknowledged`;
  }

  close(): Promise<void> {
    return this.test.drop();
  }
}
