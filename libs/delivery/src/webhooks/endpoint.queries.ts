import type { WebhookFailing, WebhookSettings } from '#domain';
import type { Sql } from '#platform';
import type { Endpoint } from './endpoint.js';
import type { Health } from './retry/health.rule.js';

interface Row {
  webhook_id: string;
  settings: WebhookSettings;
  state: 'active' | 'disabled';
  reason: string | null;
  halted: string | null;
  active_since: Date;
  subscribed_at: string;
  revision: string;
  health: Health;
}

const SELECT =
  'SELECT webhook_id, settings, state, reason, halted, active_since, subscribed_at, revision, health FROM webhook_endpoints';

export async function findEndpoint(sql: Sql, webhookId: string): Promise<Endpoint | null> {
  const [row] = await sql.query<Row>(`${SELECT} WHERE webhook_id = $1`, [webhookId]);
  return row ? fromRow(row) : null;
}

/** The endpoints of these webhooks that exist. */
export async function findEndpoints(sql: Sql, webhookIds: readonly string[]): Promise<Map<string, Endpoint>> {
  const rows = await sql.query<Row>(`${SELECT} WHERE webhook_id = ANY($1)`, [webhookIds]);
  return byId(rows);
}

/** Every endpoint in the order of its subscription. */
export async function allEndpoints(sql: Sql): Promise<Endpoint[]> {
  return (await sql.query<Row>(`${SELECT} ORDER BY subscribed_at`)).map(fromRow);
}

/** The endpoints, locked against every other change until the transaction ends. */
export async function lockEndpoints(tx: Sql, webhookIds: readonly string[]): Promise<Map<string, Endpoint>> {
  const text = `${SELECT} WHERE webhook_id = ANY($1) ORDER BY webhook_id FOR UPDATE`;
  const rows = await tx.query<Row>(text, [webhookIds]);
  return byId(rows);
}

/** Writes what an attempt changes of endpoints: their health, and whether they are halted. */
export async function saveHealth(tx: Sql, endpoints: Iterable<Endpoint>): Promise<void> {
  const rows = [...endpoints].map(({ webhookId, health, halted }) => ({
    webhook_id: webhookId,
    health,
    halted,
    paused_until: health.pausedUntil,
  }));
  await tx.query(
    `UPDATE webhook_endpoints e SET health = n.health, halted = n.halted, paused_until = n.paused_until
     FROM jsonb_to_recordset($1) AS n(webhook_id text, health jsonb, halted text, paused_until timestamptz)
     WHERE e.webhook_id = n.webhook_id`,
    [JSON.stringify(rows)],
  );
}

/** Endpoints that must not be sent anything more, with the reason their log is still to be told. */
export async function haltedEndpoints(sql: Sql): Promise<{ webhookId: string; reason: string }[]> {
  return sql.query(
    `SELECT webhook_id AS "webhookId", halted AS reason FROM webhook_endpoints
     WHERE halted IS NOT NULL AND state = 'active'`,
  );
}

/** Has nothing more sent to an endpoint until someone enables it; its log is told later. */
export async function halt(sql: Sql, webhookId: string, reason: string): Promise<void> {
  await sql.query(
    'UPDATE webhook_endpoints SET halted = coalesce(halted, $2), revision = revision + 1 WHERE webhook_id = $1',
    [webhookId, reason],
  );
}

/** Warnings that the log is still to tell, of endpoints that go on failing. */
export async function untoldWarnings(
  sql: Sql,
): Promise<{ webhookId: string; warning: WebhookFailing['data'] }[]> {
  const rows = await sql.query<{ webhook_id: string; health: Health }>(
    `SELECT webhook_id, health FROM webhook_endpoints
     WHERE state = 'active' AND halted IS NULL AND health #> '{warning,told}' = 'false'`,
  );
  return rows.flatMap(({ webhook_id: webhookId, health: { warning, failingSince } }) => {
    if (warning === null || failingSince === null) return [];
    const { told: _told, ...facts } = warning;
    return [{ webhookId, warning: { ...facts, since: failingSince } }];
  });
}

function byId(rows: readonly Row[]): Map<string, Endpoint> {
  return new Map(rows.map((row) => [row.webhook_id, fromRow(row)]));
}

function fromRow(row: Row): Endpoint {
  const { webhook_id: webhookId, active_since: activeSince, subscribed_at: subscribedAt, ...rest } = row;
  return { webhookId, activeSince, subscribedAt, ...rest };
}
