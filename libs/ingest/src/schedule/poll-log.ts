import { storable, type Instant } from '#domain';
import type { Database, Sql } from '#platform';

/** One attempt at a source, for people and for retention; no fact of the log. */
export interface PollAttempt {
  startedAt: Instant;
  durationMs: number;
  outcome: 'changed' | 'unchanged' | 'incomplete' | 'failed';
  status: number | null;
  error: string | null;
  bytes: number;
  itemsNew: number;
  itemsChanged: number;
  itemsKnown: number;
  nextPollAt: Instant;
  nextPollReason: string;
}

const COLUMNS =
  'started_at, duration_ms, outcome, status, error, bytes, items_new, items_changed, items_known, next_poll_at, next_poll_reason';

/** Adds attempts, each with its source. */
export async function addAttempts(
  sql: Sql,
  attempts: readonly (PollAttempt & { sourceId: string })[],
): Promise<void> {
  await sql.query(
    `INSERT INTO polls (source_id, ${COLUMNS})
     SELECT "sourceId", "startedAt", "durationMs", outcome, status, error, bytes, "itemsNew", "itemsChanged",
       "itemsKnown", "nextPollAt", "nextPollReason"
     FROM json_to_recordset($1::json) AS r("sourceId" text, "startedAt" timestamptz, "durationMs" integer,
       outcome text, status integer, error text, bytes integer, "itemsNew" integer, "itemsChanged" integer,
       "itemsKnown" integer, "nextPollAt" timestamptz, "nextPollReason" text)`,
    [JSON.stringify(attempts.map((one) => ({ ...one, error: one.error && storable(one.error) })))],
  );
}

/** The attempts at each source: the newest are shown, old ones dropped. */
export class PollLog {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async of(sourceId: string, limit: number): Promise<PollAttempt[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM polls WHERE source_id = $1 ORDER BY id DESC LIMIT $2`,
      [sourceId, limit],
    );
    return rows.map(attemptOf);
  }

  /** Drops attempts after 30 days and irrelevant items 90 days after they were last seen. */
  async purge(now: Instant): Promise<{ polls: number; items: number }> {
    const polls = await this.database.query(
      `DELETE FROM polls WHERE started_at < $1::timestamptz - interval '30 days' RETURNING 1`,
      [now],
    );
    const items = await this.database.query(
      `DELETE FROM seen_items WHERE NOT relevant AND last_seen_at < $1::timestamptz - interval '90 days' RETURNING 1`,
      [now],
    );
    return { polls: polls.length, items: items.length };
  }
}

function attemptOf(row: Record<string, unknown>): PollAttempt {
  const camel = Object.entries(row).map(([name, value]) => [
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(camel) as PollAttempt;
}
