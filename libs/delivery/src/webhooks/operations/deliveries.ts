import { randomUUID } from 'node:crypto';
import { DomainError, type ReplayMode, type ReplayPoint, type WebhookSettings } from '#domain';
import type { PublicEvent } from '#projections';
import type { DeliveryPorts } from '../../delivery-ports.js';
import { keepAttempts, TEST_LANE } from '../drain/attempts.queries.js';
import { DELIVERY_QUEUE } from '../drain/drain-pool.js';
import { exchange } from '../drain/exchange.js';
import type { EndpointSecrets } from '../endpoint.js';
import { openFeed, quarantine } from '../feed/feed.queries.js';
import { disableHalted } from '../halted.js';
import { FORMATS } from '../formats/formats.js';
import { attemptsOf, sendAgain, statesOf, type Attempt, type WebhookState } from './webhook.queries.js';

const ID = /^\d{1,18}$/;

/** What came of a test message. */
export interface TestResult {
  ok: boolean;
  status: number | null;
  latencyMs: number;
  /** At most 16 KiB of the answer. */
  body: string;
  truncated: boolean;
  error: string | null;
  hint: string | null;
}

/** How deliveries of webhooks fare, and what an owner can do about them. */
export class Deliveries {
  constructor(private readonly ports: DeliveryPorts) {}

  /** Null for a webhook that is unknown, or so new that its subscription has not been taken in yet. */
  async stateOf(webhookId: string): Promise<WebhookState | null> {
    return (await statesOf(this.ports.database, [webhookId]))[0] ?? null;
  }

  /** Of every webhook, oldest first. */
  states(): Promise<WebhookState[]> {
    return statesOf(this.ports.database, null);
  }

  /** Newest first; `next` goes on, null at the end. */
  async attempts(
    webhookId: string,
    query: { outcome: 'success' | 'failure' | null; cursor: string | null; limit: number },
  ): Promise<{ attempts: Attempt[]; next: string | null }> {
    const { outcome, cursor, limit } = query;
    if (cursor !== null && !ID.test(cursor))
      throw new DomainError('invalid', 'This is no cursor of a list of attempts.');
    const rows = await attemptsOf(this.ports.database, {
      webhookId,
      outcome,
      before: cursor,
      limit: limit + 1,
    });
    const attempts = rows.slice(0, limit);
    return { attempts, next: rows.length > limit ? attempts.at(-1)!.id : null };
  }

  /** Sends the event of an attempt once more, at once. Throws DomainError not_found or conflict. */
  async retry(webhookId: string, attemptId: string): Promise<void> {
    const { database, clock, wakeUps } = this.ports;
    const state = await this.stateOf(webhookId);
    if (state?.state === 'disabled')
      throw new DomainError('conflict', 'The webhook is disabled: enable it first.');
    const found = ID.test(attemptId) && (await sendAgain(database, webhookId, attemptId, clock.now()));
    if (!found) throw new DomainError('not_found', 'There is no such attempt, or it was only a test.');
    await wakeUps.wake(DELIVERY_QUEUE, webhookId);
  }

  /** One signed `webhook.ping` right away, also to a webhook that is disabled; kept among its attempts. */
  async test(webhookId: string, settings: WebhookSettings): Promise<TestResult> {
    const secrets = await this.ports.secrets.open<EndpointSecrets>(settings.secretsRef);
    if (secrets === null)
      throw new DomainError(
        'conflict',
        'The address and secrets of this webhook are gone: set its url again.',
      );
    const [logId, position] = [await this.ports.log.logId(), await this.ports.log.head()];
    const about = { endpoint: { webhookId }, secrets, format: FORMATS[settings.format], logId, replay: null };
    const events = [ping(webhookId, position, this.ports.clock.now())];
    const made = await exchange(this.ports, { ...about, events, attempt: 1, messageId: randomUUID() });
    await keepAttempts(this.ports.database, [
      { webhookId, row: null, lane: TEST_LANE, attempt: 1, exchange: made },
    ]);
    const { verdict, status, durationMs: latencyMs, body, truncated } = made;
    const failure = verdict.ok ? { error: null, hint: null } : { error: verdict.error, hint: verdict.hint };
    return { ok: verdict.ok, status, latencyMs, body, truncated, ...failure };
  }

  /** The command that asks for a replay up to the head as it is now. */
  async requestReplay(request: { from: ReplayPoint; to: ReplayPoint | null; mode: ReplayMode }) {
    const head = await this.ports.log.head();
    return { type: 'RequestWebhookReplay' as const, data: { replayId: randomUUID(), ...request, head } };
  }

  /** Nothing the log holds by now is sent, and every webhook is disabled until someone enables it. */
  async disableAll(reason: string): Promise<void> {
    const { database, log } = this.ports;
    await openFeed(database, log);
    const head = await log.head();
    await database.transaction((tx) => quarantine(tx, head, reason));
    await disableHalted(this.ports);
  }
}

function ping(webhookId: string, position: string, now: Date): PublicEvent {
  const recordedAt = now.toISOString();
  const about = { announcedAt: null, recordedAt, backfill: false, scope: 'webhooks:read' as const };
  return { type: 'webhook.ping', position, ...about, data: { webhook: { id: webhookId } } };
}
