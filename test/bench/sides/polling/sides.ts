import { fileURLToPath } from 'node:url';
import { eventStoreMigrations } from '#event-store';
import { ingestMigrations, SourceSchedule } from '#ingest';
import { platformMigrations } from '#platform';
import { Child } from '../../harness/child.js';
import type { BenchDatabase, BenchServer } from '../../harness/server.js';
import type { Polled } from './poller.js';
import type { Asked, SiteMode } from './feed-site.js';
import { feedUrl } from './feed-text.js';

const fileOf = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

/** What the attempts of a round came to, all together. */
export interface Attempts {
  sources: number;
  polls: number;
  /** Of the statuses. */
  least: number;
  most: number;
  known: number;
  new: number;
}

/** The site, the program's poller over a database, and a bare loop, each a process of its own. */
export class PollingSides {
  private constructor(
    readonly feeds: number,
    private readonly port: number,
    private readonly test: BenchDatabase,
    private readonly children: { site: Child; poller: Child; bare: Child },
  ) {}

  /** Every feed is followed and was polled once, so that its items are known. */
  static async open(server: BenchServer, feeds: number): Promise<PollingSides> {
    const test = await server.createDatabase([
      ...platformMigrations,
      ...eventStoreMigrations,
      ...ingestMigrations,
    ]);
    const site = await Child.start(fileOf('feed-site'));
    const { port } = await site.ask<{ port: number }>({ asked: true });
    const poller = await Child.start(fileOf('poller'), [test.url]);
    const bare = await Child.start(fileOf('bare'));
    const sides = new PollingSides(feeds, port, test, { site, poller, bare });
    await sides.followAll();
    return sides;
  }

  async tell(mode: SiteMode): Promise<void> {
    await this.children.site.ask(mode);
  }

  /** What the site was asked since it was told what to do. */
  asked(): Promise<Asked> {
    return this.children.site.ask<Asked>({ asked: true });
  }

  /** One round of ours: every feed is due. */
  async poll(): Promise<Polled> {
    const { database } = this.test;
    await database.query(`UPDATE source_schedule SET next_poll_at = now() - interval '1 second'`);
    await database.query('TRUNCATE polls');
    return this.children.poller.ask<Polled>({});
  }

  bare(round: number): Promise<Pick<Polled, 'seconds'> & { statuses: Record<number, number> }> {
    return this.children.bare.ask({ feeds: this.feeds, port: this.port, etag: `"round-${round}"` });
  }

  /** What the attempts of the last round came to. */
  async attempts(): Promise<Attempts> {
    const [row] = await this.test.database.query<Attempts>(
      `SELECT count(DISTINCT source_id)::int AS sources, count(*)::int AS polls, min(status) AS least,
         max(status) AS most, sum(items_known)::int AS known, sum(items_new)::int AS new FROM polls`,
    );
    return row!;
  }

  async received(): Promise<number> {
    const [row] = await this.test.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM log_events WHERE type = 'ItemReceived'`,
    );
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.children).map((child) => child.stop()));
    await this.test.drop();
  }

  private async followAll(): Promise<void> {
    const schedule = new SourceSchedule(this.test.database);
    const now = new Date().toISOString();
    const rest = { kind: 'feed', title: 'Town news', lang: 'en', tz: 'UTC', linkPattern: null } as const;
    await this.test.database.transaction(async (tx) => {
      for (let feed = 0; feed < this.feeds; feed += 1) {
        const settings = { ...rest, url: feedUrl(feed, this.port), filter: 'wic' as const };
        await schedule.follow(`feed-${feed}`, settings, now, tx);
      }
    });
  }
}
