import type { Announcement, LogEvent, Source, WicClient } from '#client';
import { createTestDatabase, type TestDatabase } from '#testing';
import { eventually } from './eventually.js';
import { FeedSite } from './feed-site.js';
import { TrackerProcess, type Env } from './tracker-process.js';
import { WebhookReceiver } from './webhook-receiver.js';

/** What a poll came to. */
export interface PollAnswer {
  outcome: string;
  status: number | null;
  itemsNew: number;
  itemsChanged: number;
  itemsKnown: number;
}

/** An item as `/v1/items/{id}` shows it. */
export interface Item {
  id: string;
  url: string | null;
  text: string;
  title: string | null;
  vanished: { reason: string } | null;
}

interface Job {
  state: 'running' | 'done' | 'failed';
  result: Record<string, unknown> | null;
  error: string | null;
}

/** A running tracker on a database of its own, a site to poll and a receiver of webhooks. */
export class World {
  private constructor(
    readonly database: TestDatabase,
    readonly tracker: TrackerProcess,
    readonly site: FeedSite,
    readonly receiver: WebhookReceiver,
    readonly client: WicClient,
  ) {}

  static async open(env: Env = {}): Promise<World> {
    const database = await createTestDatabase();
    const [site, receiver] = await Promise.all([FeedSite.start(), WebhookReceiver.start()]);
    const tracker = await TrackerProcess.prepare({ databaseUrl: database.url, env });
    const world = new World(database, tracker, site, receiver, tracker.client());
    await tracker.start().catch(async (error: unknown) => {
      await world.close();
      throw error;
    });
    return world;
  }

  async close(): Promise<void> {
    await this.tracker.destroy();
    await Promise.all([this.site.stop(), this.receiver.stop()]);
    await this.database.drop();
  }

  /** Follows an address whose feed is still empty, and waits until it was polled for the first time. */
  async follow(path: string, settings: object = {}): Promise<string> {
    const body = { url: this.site.url(path), kind: 'feed', ...settings };
    const { id } = await this.client.http.json<Source>('POST', '/v1/sources', { body });
    await eventually(
      async () => (await this.client.http.json<Source>('GET', `/v1/sources/${id}`)).lastFetchedAt,
      { everyMs: 250, what: `the first poll of ${path}` },
    );
    return id;
  }

  /** Polls a source now; its items have been read when this resolves. */
  poll(sourceId: string, client: WicClient = this.client): Promise<PollAnswer> {
    return client.http.json('POST', `/v1/sources/${sourceId}/poll`);
  }

  item(id: string): Promise<Item> {
    return this.client.http.json('GET', `/v1/items/${id}`);
  }

  /** Every announcement, oldest first. */
  async all(query: object = {}): Promise<Announcement[]> {
    const { data } = await this.client.announcements({ limit: 200, ...query });
    return data.reverse();
  }

  /** The one announcement of an activity. */
  async ofActivity(activity: string, query: object = {}): Promise<Announcement> {
    const found = await this.all({ activity, ...query });
    if (found.length !== 1) throw new Error(`${found.length} announcements of ${activity}.`);
    return found[0]!;
  }

  /** The log that a client (default: the admin) may see, oldest first; `type` may end in `*`. */
  async log(type?: string, client = this.client): Promise<LogEvent[]> {
    const events: LogEvent[] = [];
    for (let cursor: string | undefined; ;) {
      const query = { limit: 500, ...(type ? { type } : {}), ...(cursor ? { after: cursor } : {}) };
      const { data, page } = await client.events(query);
      events.push(...data);
      if (!page.hasMore) return events;
      cursor = page.next;
    }
  }

  /** Waits until a job has ended, and gives its result; throws when it failed. */
  async jobDone(id: string): Promise<Record<string, unknown>> {
    const job = await eventually(
      async () => {
        const now = await this.client.http.json<Job>('GET', `/v1/jobs/${id}`);
        return now.state === 'running' ? null : now;
      },
      { withinMs: 20_000, everyMs: 200, what: 'the end of the job' },
    );
    if (job.state === 'failed') throw new Error(job.error ?? 'The job failed.');
    return job.result ?? {};
  }

  /** The position of the newest event. */
  async head(): Promise<string> {
    return (await this.log()).at(-1)!.position;
  }
}
