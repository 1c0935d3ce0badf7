import type { Sql } from '#platform';
import { rowsAfter, type Outcome } from './outcome.js';
import { toRow } from './attempts.queries.js';

/** What became of an outcome: null where its lease was lost; else the endpoint's revision, null where that is gone. */
export type Saved = { revision: string | null } | null;

/**
 * Writes outcomes, all or none of them: the backlog moves on and the attempts are kept. One whose lease passed on
 * before is left out. A row moves only from where its attempt found it, so whatever was written in the meantime
 * stands, and writing an outcome again changes nothing.
 */
export async function saveOutcomes(sql: Sql, outcomes: readonly Outcome[]): Promise<Saved[]> {
  const made = outcomes.flatMap((outcome, n) => {
    const after = rowsAfter(outcome);
    const { webhookId, lease, exchange } = outcome;
    return outcome.rows.map((row, index) => ({
      ...{ n, lease: lease.name, token: lease.token, was: row.attempts, ...after[index] },
      ...toRow({ webhookId, row, lane: row.lane, attempt: row.attempts + 1, exchange }),
    }));
  });
  const rows = await sql.query<{ n: number; revision: string | null }>(SAVE, [JSON.stringify(made)]);
  const saved = new Map(rows.map(({ n, revision }) => [n, { revision }]));
  return outcomes.map((_, n) => saved.get(n) ?? null);
}

const SAVE = `
  WITH made AS (
    SELECT * FROM json_to_recordset($1) AS m(n int, lease text, token bigint, was int, state text, due_at timestamptz,
      attempts int, step int, webhook_id text, seq bigint, position numeric, lane text, attempt int, outcome text,
      started_at timestamptz, duration_ms int, status int, error text, hint text, response_headers jsonb,
      response_body text, response_truncated boolean)
  ),
  held AS (
    SELECT m.*, e.revision FROM made m JOIN leases l ON l.name = m.lease AND l.token = m.token
    LEFT JOIN webhook_endpoints e ON e.webhook_id = m.webhook_id
  ),
  moved AS (
    UPDATE webhook_backlog b SET state = h.state, due_at = h.due_at, attempts = h.attempts, step = h.step FROM held h
    WHERE b.webhook_id = h.webhook_id AND b.position = h.position AND b.lane = h.lane AND b.seq = h.seq
      AND b.attempts = h.was AND b.state = 'pending'
    RETURNING b.seq
  ),
  kept AS (
    INSERT INTO webhook_attempts (webhook_id, seq, position, lane, attempt, outcome, started_at, duration_ms, status,
      error, hint, response_headers, response_body, response_truncated)
    SELECT webhook_id, seq, position, lane, attempt, outcome, started_at, duration_ms, status, error, hint,
      response_headers, response_body, response_truncated
    FROM held h WHERE revision IS NOT NULL AND (seq IN (SELECT seq FROM moved) OR NOT EXISTS (
      SELECT 1 FROM webhook_backlog b WHERE b.webhook_id = h.webhook_id AND b.position = h.position AND b.lane = h.lane
    ))
  )
  SELECT DISTINCT n, revision FROM held`;
