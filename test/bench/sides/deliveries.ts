import { streamOf, type WebhookCommand } from '#domain';
import { Deliverer, deliveryMigrations, Deliveries, Subscriptions, SystemClock } from '#delivery';
import type { DeliveryPorts } from '#delivery';
import { eventStoreMigrations, openLog, PgEventStore, toAppend } from '#event-store';
import {
  BullWakeUps,
  GuardedHttp,
  Keyring,
  newKeyLine,
  PgLeases,
  PgSecrets,
  platformMigrations,
} from '#platform';
import { PgPublicLog, Projector, projections, projectionsMigrations, Views } from '#projections';
import { planned } from '../harness/history.js';
import type { BenchDatabase, BenchServer } from '../harness/server.js';

const CONNECTIONS = 20;
const MIGRATIONS = [
  ...platformMigrations,
  ...eventStoreMigrations,
  ...projectionsMigrations,
  ...deliveryMigrations,
];
const FILTER = {
  ...{ kinds: [], types: ['announcement.*'], q: null, organisation: null, place: null },
  ...{ activity: null, lang: null, backfill: true },
};

/** Webhooks of a tracker of its own: its log, its views, its database and its deliverer. */
export class DeliveriesSide {
  private readonly store: PgEventStore;
  private readonly views: Views;
  private readonly projector: Projector;
  private readonly stopping = new AbortController();
  private readonly wakeUps: BullWakeUps;
  private readonly outbound = new GuardedHttp({ allow: ['127.0.0.0/8'], perOrigin: 500 });
  private readonly ports: DeliveryPorts;
  private running: Promise<void> = Promise.resolve();
  private told = 0;

  private constructor(private readonly test: BenchDatabase) {
    const { database, url } = test;
    this.store = new PgEventStore(database);
    this.views = new Views(database, projections);
    const leases = new PgLeases(database);
    this.projector = new Projector({ database, store: this.store, leases, projections, views: this.views });
    this.wakeUps = new BullWakeUps({ databaseUrl: url });
    this.ports = {
      ...{ database, leases, wakeUps: this.wakeUps, outbound: this.outbound },
      secrets: new PgSecrets(database, Keyring.parse(newKeyLine(), 'the bench')),
      log: new PgPublicLog(database, this.views),
      clock: new SystemClock(),
      execute: (id, command) => this.append(id, command),
      onError: (error) => process.stderr.write(`${String(error)}\n`),
    };
  }

  static async open(server: BenchServer): Promise<DeliveriesSide> {
    const side = new DeliveriesSide(await server.createDatabase(MIGRATIONS, CONNECTIONS));
    await openLog(side.store);
    await side.views.open();
    side.running = side.projector.run(side.stopping.signal);
    await side.projected();
    return side;
  }

  /** Subscribes each address to every announcement from now on. */
  async subscribe(urls: readonly string[]): Promise<string[]> {
    const subscriptions = new Subscriptions(this.ports);
    const about = { filter: FILTER, format: 'standard' as const, chatSecret: null, headers: {}, from: null };
    const limits = { maxInFlight: 1, ratePerSecond: null, description: null };
    const ids: string[] = [];
    for (const url of urls) {
      const { id, command } = await subscriptions.subscribe({ url, ...about, ...limits });
      await this.append(id, command);
      ids.push(id);
    }
    await this.projected();
    return ids;
  }

  /** Announces so many things while nobody delivers, and returns the bodies of what is to be sent. */
  async announce(count: number): Promise<void> {
    const batch = Array.from({ length: count }, (_, n) => planned(this.told + n, 0, 10_000));
    this.told += count;
    await Promise.all(batch.map(({ stream, event }) => this.store.append(stream, -1, [event])));
    await this.projected();
  }

  /** Delivers what waits, from the feeding of the backlog on, until `done`. Returns the seconds it took. */
  async deliver(done: Promise<unknown>): Promise<number> {
    const start = performance.now();
    const deliverer = new Deliverer(this.ports);
    await deliverer.start();
    await done;
    const seconds = (performance.now() - start) / 1000;
    await deliverer.stop();
    return seconds;
  }

  /** What waits still of webhooks that are not `except`. */
  async waiting(except: readonly string[] = []): Promise<number> {
    const states = await new Deliveries(this.ports).states();
    return states
      .filter(({ webhookId }) => !except.includes(webhookId))
      .reduce((sum, { backlog }) => sum + backlog, 0);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.views.close();
    await this.wakeUps.close();
    await this.outbound.close();
    await this.store.close();
    await this.test.drop();
  }

  private async projected(): Promise<void> {
    if (!(await this.views.waitFor(await this.store.head(), 60_000)))
      throw new Error('The views did not keep up.');
  }

  private async append(id: string, { type, data }: WebhookCommand): Promise<unknown> {
    if (type !== 'SubscribeWebhook') throw new Error(`Nobody asked for ${type}.`);
    const fact = { type: 'WebhookSubscribed', data, announcedAt: null };
    const meta = { id, backfill: false, causationId: null, correlationId: null, actor: 'bench' };
    return this.store.append(streamOf('webhook', id), -1, [toAppend(fact as never, meta)]);
  }
}
