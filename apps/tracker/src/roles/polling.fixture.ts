import type { CommandBus } from '@nestjs/cqrs';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ActHandler, type Act } from '#commands';
import { eventStoreMigrations, PgEventStore } from '#event-store';
import { ingestMigrations, Poller, type Extractor } from '#ingest';
import { archiveMigrations, GuardedHttp, PgArchive } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { PollLoop } from './poll-loop.js';
import { PollRunner } from './poll-runner.js';

/** Stands in for knowledge: everything is about the WIC. */
const extractor: Extractor = {
  version: '1',
  extract: () => ({ relevant: true, relevance: { score: 1, rules: [] }, lang: 'en', statements: [] }),
};

/** Polling as the program does it, over a database and servers on loopback of a spec's own. */
export class Polling {
  readonly warnings: string[] = [];
  readonly poller: Poller;
  readonly runner: PollRunner;
  readonly loop: PollLoop;
  /** Carried out before each command. */
  before: (act: Act) => void = () => undefined;
  private readonly servers: Server[] = [];
  private readonly http = new GuardedHttp({ allow: ['127.0.0.0/8'] });

  private constructor(
    readonly test: TestDatabase,
    readonly store: PgEventStore,
  ) {
    const { database } = test;
    const handler = new ActHandler(store);
    const bus = { execute: (act: Act) => (this.before(act), handler.execute(act)) } as unknown as CommandBus;
    const clock = () => new Date().toISOString();
    const parts = { database, http: this.http, archive: new PgArchive(database), extractor, clock };
    this.poller = new Poller({ ...parts, random: Math.random });
    this.runner = new PollRunner(this.poller, bus);
    const warn = (_: object, text: string) => this.warnings.push(text);
    this.loop = new PollLoop({
      poller: this.poller,
      runner: this.runner,
      logger: { warn } as never,
      lanes: 4,
    });
  }

  static async open(): Promise<Polling> {
    const test = await createTestDatabase([
      ...archiveMigrations,
      ...eventStoreMigrations,
      ...ingestMigrations,
    ]);
    return new Polling(test, new PgEventStore(test.database));
  }

  /** Serves on an address of loopback; the address of its root. */
  async serve(host: string, answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, host);
    await once(server, 'listening');
    this.servers.push(server);
    return `http://${host}:${(server.address() as AddressInfo).port}`;
  }

  async follow(id: string, url: string): Promise<void> {
    const rest = {
      kind: 'feed',
      title: id,
      lang: 'en',
      tz: 'UTC',
      linkPattern: null,
      filter: 'wic',
    } as const;
    await this.poller.schedule.follow(id, { ...rest, url }, new Date(Date.now() - 1000).toISOString());
  }

  async health(id: string) {
    const [health] = await this.poller.schedule.health(new Date().toISOString(), [id]);
    return health!;
  }

  /** Every event about items in the log, oldest first. */
  async items() {
    const events = [];
    for await (const event of this.store.readAll({ types: ['ItemReceived', 'ItemChanged'] }))
      events.push(event);
    return events;
  }

  async close(): Promise<void> {
    await this.loop.stop();
    for (const server of this.servers) {
      server.closeAllConnections();
      server.close();
    }
    await this.http.close();
    await this.poller.parsers.close();
    await this.store.close();
    await this.test.drop();
  }
}

/** A feed of items, each with its name and what it says of its time. */
export function rss(...items: { name: string; date: Date | null }[]): string {
  const written = items.map(
    ({ name, date }) =>
      `<item><title>News ${name}</title><link>https://news.example.org/${name}</link><guid>${name}</guid>` +
      `${date ? `<pubDate>${date.toUTCString()}</pubDate>` : ''}<description>It says ${name}.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>News</title>${written.join('')}</channel></rss>`;
}
