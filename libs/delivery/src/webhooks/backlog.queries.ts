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
  const [row] = await tx.query<{ added: number }>(
    `WITH added AS (INSERT INTO webhook_backlog (webhook_id, lane, position, subject, due_at)
     SELECT e.webhook_id, e.lane, e.position, e.subject, $5
     FROM unnest($1::text[], $2::text[], $3::numeric[], $4::text[])
       WITH ORDINALITY AS e(webhook_id, lane, position, subject, n)
     WHERE NOT $6 OR NOT EXISTS (
       SELECT 1 FROM webhook_backlog b
       WHERE b.webhook_id = e.webhook_id AND b.position = e.position AND b.state IN ('delivered', 'pending')
     )
     ORDER BY e.n ON CONFLICT DO NOTHING RETURNING 1)
     SELECT count(*)::int AS added FROM added`,
    [
      entries.map((entry) => entry.webhookId),
      entries.map((entry) => entry.lane),
      entries.map((entry) => entry.position),
      entries.map((entry) => entry.subject),
      dueAt,
      missingOnly,
    ],
  );
  return row!.added;
}

/** What is asked of the backlog: what is due of one webhook, at most so many rows of each of four sorts. */
export interface DueQuery {
  webhookId: string;
  most: number;
}

/** A row that is due, and which of the queries it answers. */
export interface DueRow extends BacklogRow {
  query: number;
  live: boolean;
}

/**
 * What is due by webhook: of the live lane and of replays, first attempts in backlog order and then repeated ones by
 * the time they are due.
 */
export async function pickDue(sql: Sql, queries: readonly DueQuery[], now: Date): Promise<DueRow[]> {
  const due = (attempts: string, order: string) => `(
    SELECT b.seq, b.position, b.lane, b.attempts, b.step, b.due_at FROM webhook_backlog b
    WHERE b.webhook_id = q.webhook_id AND (b.lane = 'live') = lanes.live AND b.state = 'pending' AND ${attempts}
      AND b.due_at <= $3
    ORDER BY ${order} LIMIT q.most)`;
  return sql.query<DueRow & Record<string, unknown>>(
    `SELECT q.query::int - 1 AS query, lanes.live, due.seq, due.position, due.lane, due.attempts, due.step
     FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS q(webhook_id, most, query)
     CROSS JOIN (VALUES (true), (false)) AS lanes(live)
     CROSS JOIN LATERAL (
       ${due('b.attempts = 0', 'b.seq')} UNION ALL ${due('b.attempts > 0', 'b.due_at, b.seq')}
     ) due
     ORDER BY q.query, due.attempts > 0, CASE WHEN due.attempts > 0 THEN due.due_at END, due.seq`,
    [queries.map(({ webhookId }) => webhookId), queries.map(({ most }) => most), now],
  );
}

/** When the next attempt for the webhook `id` (SQL) is due. First ones come in backlog order, whatever is put off. */
function nextDueSql(id: string): string {
  const next = (live: boolean, attempts: string, order: string) =>
    `(SELECT due_at FROM webhook_backlog b WHERE b.webhook_id = ${id} AND (b.lane = 'live') = ${live}
       AND b.state = 'pending' AND ${attempts} ORDER BY ${order} LIMIT 1)`;
  const all = [true, false].flatMap((live) => [
    next(live, 'b.attempts = 0', 'b.seq'),
    next(live, 'b.attempts > 0', 'b.due_at, b.seq'),
  ]);
  return `least(${all.join(', ')})`;
}

/** When the next attempt of each webhook is due, as far as the backlog says; null: nothing is pending. */
export async function nextDue(sql: Sql, webhookIds: readonly string[]): Promise<(Date | null)[]> {
  const rows = await sql.query<{ due: Date | null }>(
    `SELECT ${nextDueSql('w.id')} AS due FROM unnest($1::text[]) WITH ORDINALITY AS w(id, n) ORDER BY w.n`,
    [webhookIds],
  );
  return rows.map(({ due }) => due);
}

/** Webhooks that send and have something due: what a sweep wakes. */
export async function dueWebhooks(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql.query<{ webhook_id: string }>(
    `SELECT webhook_id FROM webhook_endpoints e
     WHERE state = 'active' AND halted IS NULL AND coalesce(paused_until <= $1, true)
       AND ${nextDueSql('e.webhook_id')} <= $1`,
    [now],
  );
  return rows.map((row) => row.webhook_id);
}

/** Puts rows off without counting an attempt: their events cannot be served just now. */
export async function postpone(
  sql: Sql,
  rows: readonly (Pick<BacklogRow, 'position' | 'lane'> & { webhookId: string })[],
  dueAt: Date,
): Promise<void> {
  await sql.query(
    `UPDATE webhook_backlog b SET due_at = $4 FROM unnest($1::text[], $2::numeric[], $3::text[]) AS r(webhook_id, position, lane)
     WHERE b.webhook_id = r.webhook_id AND b.position = r.position AND b.lane = r.lane AND b.state = 'pending'`,
    [
      rows.map(({ webhookId }) => webhookId),
      rows.map(({ position }) => position),
      rows.map(({ lane }) => lane),
      dueAt,
    ],
  );
}
