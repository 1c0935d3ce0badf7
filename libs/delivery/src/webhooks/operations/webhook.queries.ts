import type { Sql } from '#platform';
import { TEST_LANE } from '../drain/attempts.queries.js';
import type { Health } from '../retry/health.rule.js';

/** How deliveries to a webhook stand. */
export interface WebhookState {
  webhookId: string;
  state: 'active' | 'failing' | 'disabled';
  reason: string | null;
  /** Everything up to here that it is to be sent as it happens was delivered or given up. */
  cursor: string;
  /** Events that wait, those of replays included. */
  backlog: number;
  /** Events given up after their last attempt. */
  parked: number;
  lastSuccessAt: string | null;
  lastFailure: { at: string; error: string; status: number | null } | null;
  /** Until when attempts wait because it keeps failing or asked for it. */
  pausedUntil: string | null;
  /** How far, in percent, it has come towards being disabled for failing, and after when that happens. */
  warning: { percent: number; disabledAfter: string } | null;
}

interface Row {
  webhook_id: string;
  state: 'active' | 'disabled';
  reason: string | null;
  halted: string | null;
  health: Health;
  /** The newest attempt's time, where it was a success. */
  just_now: Date | null;
  cursor: string;
  backlog: string;
  parked: string;
}

/** States of some webhooks, or of all; one that was only just subscribed may be missing. */
export async function statesOf(sql: Sql, webhookIds: readonly string[] | null): Promise<WebhookState[]> {
  const rows = await sql.query<Row>(
    `SELECT e.webhook_id, e.state, e.reason, e.halted, e.health, latest.started_at AS just_now,
       CASE WHEN w.position IS NULL THEN f.position ELSE greatest(e.subscribed_at, (
         SELECT max(b.position) FROM webhook_backlog b
         WHERE b.webhook_id = e.webhook_id AND b.lane = 'live' AND b.position < w.position)) END AS cursor,
       (SELECT count(*) FROM ${pending('attempts = 0')}) + (SELECT count(*) FROM ${pending('attempts > 0')}) AS backlog,
       (SELECT count(*) FROM webhook_backlog b WHERE b.webhook_id = e.webhook_id AND b.state = 'parked') AS parked
     FROM webhook_endpoints e CROSS JOIN webhook_feed f
     LEFT JOIN LATERAL (SELECT least(
       (SELECT b.position FROM ${pending("attempts = 0 AND (b.lane = 'live') = true")} ORDER BY b.seq LIMIT 1),
       (SELECT min(b.position) FROM ${pending("attempts > 0 AND (b.lane = 'live') = true")})) AS position) w ON true
     LEFT JOIN LATERAL (SELECT started_at, outcome FROM webhook_attempts a
       WHERE a.webhook_id = e.webhook_id AND a.lane <> '${TEST_LANE}' ORDER BY a.id DESC LIMIT 1
     ) latest ON latest.outcome = 'success'
     WHERE $1::text[] IS NULL OR e.webhook_id = ANY($1) ORDER BY e.subscribed_at`,
    [webhookIds],
  );
  return rows.map(fromRow);
}

/** What waits of `e`, in SQL that an index answers. */
function pending(which: string): string {
  return `webhook_backlog b WHERE b.webhook_id = e.webhook_id AND b.state = 'pending' AND b.${which}`;
}

function fromRow(row: Row): WebhookState {
  const { lastFailure, pausedUntil, warning } = row.health;
  return {
    webhookId: row.webhook_id,
    ...stateOf(row),
    cursor: row.cursor,
    backlog: Number(row.backlog),
    parked: Number(row.parked),
    lastSuccessAt: row.just_now?.toISOString() ?? row.health.lastSuccessAt,
    lastFailure,
    pausedUntil,
    warning: warning ? { percent: warning.percent, disabledAfter: warning.disabledAfter } : null,
  };
}

function stateOf({ state, reason, halted, health }: Row): Pick<WebhookState, 'state' | 'reason'> {
  if (state === 'disabled' || halted !== null) return { state: 'disabled', reason: reason ?? halted };
  if (health.failures > 0) return { state: 'failing', reason: health.lastFailure?.error ?? null };
  return { state: 'active', reason: null };
}

/** An attempt as it was made, with the answer as it was captured. */
export interface Attempt {
  id: string;
  webhookId: string;
  position: string | null;
  /** `live`, `test`, or the id of a replay. */
  lane: string;
  attempt: number;
  outcome: 'success' | 'failure';
  startedAt: Date;
  durationMs: number;
  status: number | null;
  error: string | null;
  hint: string | null;
  response: { headers: Record<string, string>; body: string; truncated: boolean };
  /** What became of the event since: null for a test. */
  delivery: 'pending' | 'delivered' | 'parked' | null;
  /** When it is tried next. */
  dueAt: Date | null;
}

/** Attempts of a webhook, newest first. `before`: the id of the last one seen. */
export async function attemptsOf(
  sql: Sql,
  query: { webhookId: string; outcome: 'success' | 'failure' | null; before: string | null; limit: number },
): Promise<Attempt[]> {
  return sql.query<Attempt & Record<string, unknown>>(
    `SELECT a.id, a.webhook_id AS "webhookId", a.position, a.lane, a.attempt, a.outcome, a.started_at AS "startedAt",
       a.duration_ms AS "durationMs", a.status, a.error, a.hint, b.state AS delivery,
       CASE WHEN b.state = 'pending' THEN b.due_at END AS "dueAt",
       jsonb_build_object('headers', a.response_headers, 'body', a.response_body, 'truncated', a.response_truncated)
         AS response
     FROM webhook_attempts a LEFT JOIN webhook_backlog b USING (webhook_id, position, lane)
     WHERE a.webhook_id = $1 AND ($2::text IS NULL OR a.outcome = $2) AND ($3::bigint IS NULL OR a.id < $3)
     ORDER BY a.id DESC LIMIT $4`,
    [query.webhookId, query.outcome, query.before, query.limit],
  );
}

/** Has the event of an attempt sent once more, on a new schedule. False where there is no such attempt. */
export async function sendAgain(sql: Sql, webhookId: string, attemptId: string, now: Date): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE webhook_backlog b SET state = 'pending', due_at = $3, step = 0
     FROM webhook_attempts a WHERE a.id = $2 AND a.webhook_id = $1 AND b.webhook_id = a.webhook_id
       AND b.position = a.position AND b.lane = a.lane RETURNING 1`,
    [webhookId, attemptId, now],
  );
  return rows.length > 0;
}
