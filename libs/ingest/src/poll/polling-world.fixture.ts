import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { SourceSettings } from '#domain';
import { archiveMigrations, PgArchive } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ParserThread } from '../parse/parser-thread.js';
import { ingestMigrations } from '../schedule/ingest.migrations.js';
import type { SourceHealth } from '../schedule/source-health.js';
import { LoopbackSite, OpenHttp } from './loopback.fixture.js';
import { Poller, type PollerParts, type PollResult } from './poller.js';

/** Stands in for knowledge: what says "Wuzhen" or 乌镇 is about the WIC. */
const extractor = {
  version: '1',
  extract: ({ title, text }: { title: string | null; text: string }) => ({
    relevant: /wuzhen|乌镇/i.test(`${title} ${text}`),
    relevance: { score: 1, rules: [] },
    lang: 'en' as const,
    statements: [],
  }),
};

/** A database, a site on loopback, a clock that specs turn, and a poller that follows the source `s1`. */
export class PollingWorld {
  test!: TestDatabase;
  site!: LoopbackSite;
  now = '';
  poller!: Poller;
  private readonly received: string[] = [];
  private readonly parsers = new ParserThread();

  /** Sets the world up around each test of a spec file. */
  static around(): PollingWorld {
    const world = new PollingWorld();
    beforeAll(() => world.open());
    beforeEach(() => world.begin());
    afterEach(() => world.site.answers.clear());
    afterAll(() => world.close());
    return world;
  }

  newPoller(over: Partial<PollerParts> = {}): Poller {
    const { database } = this.test;
    return new Poller({
      ...{ database, archive: this.archive(), http: new OpenHttp(), extractor, parsers: this.parsers },
      ...{ clock: () => this.now, random: () => 0 },
      ...over,
    });
  }

  archive(): PgArchive {
    return new PgArchive(this.test.database);
  }

  settings(over: Partial<SourceSettings> = {}): SourceSettings {
    const url = this.site.url('/feed.xml');
    const rest = {
      title: 'Test feed',
      lang: 'en',
      tz: 'Asia/Shanghai',
      linkPattern: null,
      filter: 'wic',
    } as const;
    return { url, kind: 'feed', ...rest, ...over };
  }

  async follow(id: string, over: Partial<SourceSettings> = {}): Promise<void> {
    await this.poller.schedule.follow(id, this.settings(over), this.now);
  }

  /** How a source is doing now. */
  async health(id = 's1'): Promise<SourceHealth> {
    const [health] = await this.poller.schedule.health(this.now, [id]);
    if (health === undefined) throw new Error(`The schedule has no ${id}.`);
    return health;
  }

  later(hours: number): void {
    this.now = new Date(Date.parse(this.now) + hours * 3_600_000).toISOString();
  }

  /** Ids of the items received so far, in order. */
  itemIds(): string[] {
    return [...new Set(this.received)];
  }

  async pollAndSettle(id = 's1'): Promise<PollResult> {
    const result = await this.poller.poll(id);
    await this.poller.settle(result);
    this.received.push(...result.itemCommands.map(({ itemId }) => itemId));
    return result;
  }

  private async open(): Promise<void> {
    this.test = await createTestDatabase([...archiveMigrations, ...ingestMigrations]);
    this.site = await new LoopbackSite().start();
  }

  private async begin(): Promise<void> {
    this.now = '2023-06-16T00:00:00.000Z';
    this.site.requests.length = 0;
    this.received.length = 0;
    this.poller = this.newPoller();
    await this.test.database.query('TRUNCATE source_schedule, polls, seen_items, domain_pauses');
    await this.follow('s1');
  }

  private async close(): Promise<void> {
    await this.parsers.close();
    await this.site.stop();
    await this.test.drop();
  }
}

/** An RSS item whose time has no zone; `n` is one digit. */
export function item(n: number, title = `Wuzhen news ${n}`): string {
  return (
    `<item><title>${title}</title><link>https://news.example.org/${n}?utm_source=x</link>` +
    `<guid isPermaLink="false">g${n}</guid><pubDate>Thu, 15 Jun 2023 0${n}:00:00</pubDate><description>Text ${n}</description></item>`
  );
}

export function feed(...items: string[]): string {
  return `<rss version="2.0"><channel><title>F</title>${items.join('')}</channel></rss>`;
}
