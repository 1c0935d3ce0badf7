import type { Sql } from '#platform';
import type { Exchange } from './exchange.js';

/** The lane of test messages in the attempts log. */
export const TEST_LANE = 'test';

/** An attempt to be kept: which row of the backlog it was for, and what came of it. */
export interface AttemptToKeep {
  webhookId: string;
  /** Null for a test. */
  row: { seq: string; position: string } | null;
  lane: string;
  attempt: number;
  exchange: Exchange;
}

export async function keepAttempts(tx: Sql, attempts: readonly AttemptToKeep[]): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_attempts (webhook_id, seq, position, lane, attempt, outcome, started_at, duration_ms, status,
       error, hint, response_headers, response_body, response_truncated)
     SELECT * FROM jsonb_to_recordset($1) AS a(webhook_id text, seq bigint, position numeric, lane text, attempt int,
       outcome text, started_at timestamptz, duration_ms int, status int, error text, hint text,
       response_headers jsonb, response_body text, response_truncated boolean)`,
    [JSON.stringify(attempts.map(toRow))],
  );
}

/** An attempt as a row of `webhook_attempts`. */
export function toRow({ webhookId, row, lane, attempt, exchange }: AttemptToKeep) {
  const { verdict } = exchange;
  return {
    webhook_id: webhookId,
    seq: row?.seq ?? null,
    position: row?.position ?? null,
    lane,
    attempt,
    outcome: verdict.ok ? 'success' : 'failure',
    started_at: exchange.startedAt,
    duration_ms: exchange.durationMs,
    status: exchange.status,
    error: verdict.ok ? null : verdict.error,
    hint: verdict.ok ? null : verdict.hint,
    response_headers: exchange.headers,
    response_body: exchange.body,
    response_truncated: exchange.truncated,
  };
}

/** Forgets attempts that began before a moment. */
export async function forgetAttempts(sql: Sql, before: Date): Promise<void> {
  await sql.query('DELETE FROM webhook_attempts WHERE started_at < $1', [before]);
}
