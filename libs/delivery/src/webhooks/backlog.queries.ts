import type { Sql } from '#platform';

/** One event that a webhook is to be sent. */
export interface BacklogRow {
  seq: string;
  position: string;
  /** `live`, or the id of a replay. */
  lane: string;
  /** Attempts made in all, and of the schedule it is on. */
  attempts: number;
  step: number;
}

/** What is put into the backlog. A lane takes a subject, where one is given, once. */
export interface BacklogEntry {
  webhookId: string;
  lane: string;
  position: string;
  subject: string | null;
}

/**
 * Adds entries in this order; one that its lane already has is left out, and with `missingOnly` also what
 * was delivered or is still to be. Returns how many were added.
 */
export async function addToBacklog(
  tx: Sql,
  entries: readonly BacklogEntry[],
  dueAt: Date,
  { missingOnly = false } = {},
): Promise<number> {
  if (entries.length === 0) return 0;
  const rows = await tx.query(
    `INSERT INTO webhook_backlog (webhook_id, lane, position, subject, due_at)
     SELECT e.webhook_id, e.lane, e.position, e.subject, $5
     FROM unnest($1::text[], $2::text[], $3::numeric[], $4::text[])
       WITH ORDINALITY AS e(webhook_id, lane, position, subject, n)
     WHERE NOT $6 OR NOT EXISTS (
       SELECT 1 FROM webhook_backlog b
       WHERE b.webhook_id = e.webhook_id AND b.position = e.position AND b.state IN ('delivered', 'pending')
     )
     ORDER BY e.n ON CONFLICT DO NOTHING RETURNING 1`,
    [
      entries.map((entry) => entry.webhookId),
      entries.map((entry) => entry.lane),
      entries.map((entry) => entry.position),
      entries.map((entry) => entry.subject),
      dueAt,
      missingOnly,
    ],
  );
  return rows.length;
}

/**
 * What is due of the live lane, or of replays: first attempts in backlog order, then repeated ones by the time
 * they are due. Rows in `exclude` are in hand already.
 */
export async function pickDue(
  sql: Sql,
  query: { webhookId: string; live: boolean; now: Date; exclude: readonly string[]; limit: number },
): Promise<BacklogRow[]> {
  const from = `FROM webhook_backlog
    WHERE webhook_id = $1 AND (lane = 'live') = $2 AND state = 'pending' AND due_at <= $3 AND seq <> ALL($4::bigint[])`;
  const columns = 'SELECT seq, position, lane, attempts, step';
  return sql.query<BacklogRow>(
    `SELECT * FROM (
       (${columns} ${from} AND attempts = 0 ORDER BY seq LIMIT $5)
       UNION ALL
       (${columns} ${from} AND attempts > 0 ORDER BY due_at, seq LIMIT $5)
     ) due LIMIT $5`,
    [query.webhookId, query.live, query.now, query.exclude, query.limit],
  );
}

/** When the next attempt of a webhook is due, as far as the backlog says; null: nothing is pending. */
export async function nextDue(sql: Sql, webhookId: string): Promise<Date | null> {
  const [row] = await sql.query<{ due: Date | null }>(
    `SELECT min(due_at) AS due FROM webhook_backlog WHERE webhook_id = $1 AND state = 'pending'`,
    [webhookId],
  );
  return row?.due ?? null;
}

/** Webhooks that send and have something due: what a sweep wakes. */
export async function dueWebhooks(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql.query<{ webhook_id: string }>(
    `SELECT webhook_id FROM webhook_endpoints e
     WHERE state = 'active' AND halted IS NULL AND coalesce(paused_until <= $1, true) AND EXISTS (
       SELECT 1 FROM webhook_backlog b WHERE b.webhook_id = e.webhook_id AND b.state = 'pending' AND b.due_at <= $1
     )`,
    [now],
  );
  return rows.map((row) => row.webhook_id);
}

/** Puts rows off without counting an attempt: their events cannot be served just now. */
export async function postpone(sql: Sql, seqs: readonly string[], dueAt: Date): Promise<void> {
  await sql.query(
    "UPDATE webhook_backlog SET due_at = $2 WHERE seq = ANY($1::bigint[]) AND state = 'pending'",
    [seqs, dueAt],
  );
}
