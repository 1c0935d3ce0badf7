import type { ReplayMode, ReplayPoint, WebhookEvent, WebhookSettings } from '#domain';
import type { Secrets, Sql } from '#platform';
import { findEndpoint } from '../endpoint.queries.js';
import { NEW_HEALTH } from '../retry/health.rule.js';

interface Change {
  webhookId: string;
  fact: WebhookEvent;
  position: string;
  at: Date;
  /** Whether what is asked for may be sent; false while a restored log is read. */
  sends: boolean;
}

/** Applies an event of a webhook to its endpoint, within the transaction that moves the feed past it. */
export async function applyChange(tx: Sql, change: Change, secrets: Secrets): Promise<void> {
  const { webhookId, fact } = change;
  switch (fact.type) {
    case 'WebhookSubscribed':
      return subscribe(tx, change, fact.data);
    case 'WebhookChanged':
      return applySettings(tx, webhookId, fact.data, secrets);
    case 'WebhookSecretRotated':
      // the secrets themselves changed where they are sealed
      return void (await tx.query(
        'UPDATE webhook_endpoints SET revision = revision + 1 WHERE webhook_id = $1',
        [webhookId],
      ));
    case 'WebhookFailing':
      return noteTold(tx, webhookId, fact.data.percent);
    case 'WebhookDisabled':
      return void (await tx.query(
        `UPDATE webhook_endpoints SET state = 'disabled', reason = $2, halted = NULL, revision = revision + 1
         WHERE webhook_id = $1`,
        [webhookId, fact.data.reason],
      ));
    case 'WebhookEnabled':
      return enable(tx, change, fact.data.resume);
    case 'WebhookReplayRequested':
      return change.sends ? addReplay(tx, { ...fact.data, webhookId }) : undefined;
    case 'WebhookRemoved':
      return remove(tx, webhookId, secrets);
  }
}

async function subscribe(
  tx: Sql,
  { webhookId, position, at, sends }: Change,
  { from, ...settings }: WebhookSettings & { from: ReplayPoint | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_endpoints (webhook_id, settings, state, active_since, subscribed_at, health)
     VALUES ($1, $2, 'active', $3, $4, $5) ON CONFLICT (webhook_id) DO NOTHING`,
    [webhookId, settings, at, position, NEW_HEALTH],
  );
  if (from && sends)
    await addReplay(tx, {
      replayId: `from-${webhookId}`,
      webhookId,
      from,
      to: null,
      mode: 'all',
      head: position,
    });
}

/** A new address comes with new sealed secrets; the old ones go. */
async function applySettings(tx: Sql, webhookId: string, data: Partial<WebhookSettings>, secrets: Secrets) {
  const old = await findEndpoint(tx, webhookId);
  await tx.query(
    'UPDATE webhook_endpoints SET settings = settings || $2::jsonb, revision = revision + 1 WHERE webhook_id = $1',
    [webhookId, data],
  );
  if (old && data.secretsRef && data.secretsRef !== old.settings.secretsRef)
    await secrets.shred(old.settings.secretsRef);
}

/** Taken up again: `now` forgets what was missed, `backlog` sends it; replays asked for stay. */
async function enable(tx: Sql, { webhookId, at }: Change, resume: 'backlog' | 'now'): Promise<void> {
  await tx.query(
    `UPDATE webhook_endpoints SET state = 'active', reason = NULL, halted = NULL, active_since = $2, paused_until = NULL,
       revision = revision + 1,
       health = health || '{"failures": 0, "failingSince": null, "trips": 0, "pausedUntil": null, "warning": null}'::jsonb
     WHERE webhook_id = $1`,
    [webhookId, at],
  );
  if (resume === 'now')
    await tx.query(
      "DELETE FROM webhook_backlog WHERE webhook_id = $1 AND state = 'pending' AND lane = 'live'",
      [webhookId],
    );
}

/** The log has told of it: it need not be told again. */
async function noteTold(tx: Sql, webhookId: string, percent: number): Promise<void> {
  await tx.query(
    `UPDATE webhook_endpoints SET health = jsonb_set(health, '{warning,told}', 'true'), revision = revision + 1
     WHERE webhook_id = $1 AND (health #>> '{warning,percent}')::int <= $2`,
    [webhookId, percent],
  );
}

async function addReplay(
  tx: Sql,
  replay: {
    replayId: string;
    webhookId: string;
    from: ReplayPoint;
    to: ReplayPoint | null;
    mode: ReplayMode;
    head: string;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_replays (replay_id, webhook_id, "from", "to", mode, head)
     SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT 1 FROM webhook_endpoints WHERE webhook_id = $2)
     ON CONFLICT (replay_id) DO NOTHING`,
    [replay.replayId, replay.webhookId, replay.from, replay.to, replay.mode, replay.head],
  );
}

/** Nothing of it stays, the sealed address and secrets least of all. */
async function remove(tx: Sql, webhookId: string, secrets: Secrets): Promise<void> {
  const endpoint = await findEndpoint(tx, webhookId);
  if (endpoint) await secrets.shred(endpoint.settings.secretsRef);
  for (const table of ['webhook_endpoints', 'webhook_backlog', 'webhook_attempts', 'webhook_replays'])
    await tx.query(`DELETE FROM ${table} WHERE webhook_id = $1`, [webhookId]);
}
