import type { WebhookCommand, WebhookSettings } from '#domain';
import {
  GuardedHttp,
  leasesMigrations,
  PgLeases,
  PgSecrets,
  platformServicesMigrations,
  WakeUps,
  type Lease,
} from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import type { PublicEvent } from '#projections';
import type { Clock } from '../clock.js';
import { deliveryMigrations } from '../delivery.migrations.js';
import type { DeliveryPorts } from '../delivery-ports.js';
import { FakeClock } from '../fake-clock.fixture.js';
import { MemoryLog } from '../memory-log.fixture.js';
import { eventAt, webhookEventAt } from '../public-event.fixture.js';
import { drain } from './drain/drain.js';
import { DrainParts } from './drain/drain-parts.js';
import type { EndpointSecrets } from './endpoint.js';
import { KEYRING } from './keyring.fixture.js';
import { feedPage } from './feed/feeder.js';
import { expandReplays } from './feed/replay-expansion.js';

export const migrations = [...leasesMigrations, ...platformServicesMigrations, ...deliveryMigrations];
export const SECRET = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;

/** Wake-ups that are only written down: these specs drain by hand. */
class NotedWakeUps extends WakeUps {
  readonly noted: { id: string; delayMs: number }[] = [];
  async wake(_queue: string, id: string, delayMs = 0) {
    this.noted.push({ id, delayMs });
  }
  async every() {}
  async work() {
    return async () => undefined;
  }
  async ping() {}
  async close() {}
}

export const createDatabase = () => createTestDatabase(migrations);

/** Webhooks on a real database and real HTTP, with a log in memory and, unless given, a clock that stands still. */
export class World {
  readonly log = new MemoryLog();
  readonly wakeUps = new NotedWakeUps();
  readonly executed: { webhookId: string; command: WebhookCommand }[] = [];
  readonly errors: unknown[] = [];
  readonly notices: string[] = [];
  readonly ports: DeliveryPorts;
  private feedLease: Lease | null = null;

  private constructor(
    readonly test: TestDatabase,
    readonly clock: Clock,
  ) {
    this.ports = {
      database: test.database,
      leases: new PgLeases(test.database),
      wakeUps: this.wakeUps,
      outbound: new GuardedHttp({ allow: ['127.0.0.0/8'], perOrigin: 500 }),
      secrets: new PgSecrets(test.database, KEYRING),
      log: this.log,
      clock,
      random: () => 0.5,
      execute: async (webhookId, command) => {
        this.executed.push({ webhookId, command });
        if (command.type === 'DisableWebhook') this.tell('disabled', webhookId, command.data);
        if (command.type === 'WarnOfWebhook') this.tell('failing', webhookId, command.data);
      },
      onError: (error) => this.errors.push(error),
      onNotice: (message) => this.notices.push(message),
    };
  }

  /** A world of its own on a database that earlier specs may have used. */
  static async on(test: TestDatabase, clock: Clock = new FakeClock()): Promise<World> {
    await test.database.query(
      `TRUNCATE leases, secrets, webhook_feed, webhook_endpoints, webhook_backlog, webhook_attempts, webhook_replays`,
    );
    return new World(test, clock);
  }

  get database() {
    return this.test.database;
  }

  get nextPosition(): number {
    return Number(this.log.events.at(-1)?.position ?? 0) + 1;
  }

  /** Has the log say something of a webhook. */
  tell(type: string, webhookId: string, data: object = {}): void {
    const event = webhookEventAt(this.nextPosition, type, webhookId, { ...data });
    this.log.add({ ...event, recordedAt: this.clock.now().toISOString() });
  }

  /** Adds announcements at the next positions; returns these. */
  announce(
    count: number,
    members: Partial<PublicEvent> = {},
    announcement: Record<string, unknown> = {},
  ): string[] {
    return Array.from({ length: count }, () => {
      const event = eventAt(this.nextPosition, members, announcement);
      this.log.add(event);
      return event.position;
    });
  }

  /** Positions in a webhook's lane of the backlog, in order. */
  async lane(webhookId: string, lane = 'live'): Promise<string[]> {
    const rows = await this.rows();
    return rows.filter((row) => row.webhook_id === webhookId && row.lane === lane).map((row) => row.position);
  }

  /** A webhook as the log tells it, with its secrets sealed. */
  async subscribe(
    webhookId: string,
    url: string,
    { from = null, ...settings }: Partial<WebhookSettings> & { from?: object | null } = {},
    sealed: Partial<EndpointSecrets> = {},
  ): Promise<WebhookSettings> {
    const secretsRef = `webhook/${webhookId}`;
    const signing = [{ secret: SECRET, until: null }];
    await this.ports.secrets.seal(secretsRef, { url, headers: {}, chatSecret: null, signing, ...sealed });
    const all = { ...plainSettings(secretsRef), ...settings };
    this.tell('subscribed', webhookId, { ...all, from });
    return all;
  }

  async lease(): Promise<Lease> {
    return (this.feedLease ??= (await this.ports.leases.tryHold('webhook-feed'))!);
  }

  /** Feeds all the log and all replays as far as they have room. */
  async feed(): Promise<void> {
    const lease = await this.lease();
    for (let more = true; more;) {
      const fed = await feedPage(this.ports, lease);
      more = fed.moved || (await expandReplays(this.ports, lease)).size > 0;
    }
  }

  /** A fresh process's drain of one webhook. */
  drain(webhookId: string, signal = new AbortController().signal): Promise<number | null> {
    return drain(new DrainParts(this.ports), webhookId, signal);
  }

  async rows(): Promise<
    { webhook_id: string; lane: string; position: string; state: string; attempts: number }[]
  > {
    return this.database.query(
      'SELECT webhook_id, lane, position, state, attempts FROM webhook_backlog ORDER BY seq',
    );
  }

  async close(): Promise<void> {
    await this.feedLease?.release();
  }
}

export function plainSettings(secretsRef: string): WebhookSettings {
  const filter = {
    ...{ kinds: [], types: [], q: null, organisation: null, place: null },
    ...{ activity: null, lang: null, backfill: false },
  };
  const about = { displayUrl: 'http://127.0.0.1/', secretsRef, filter, format: 'standard' as const };
  return { ...about, maxInFlight: 1, ratePerSecond: null, description: null };
}
