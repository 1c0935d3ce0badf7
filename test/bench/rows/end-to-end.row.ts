import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WicClient } from '#client';
import { rss } from '../../acceptance/harness/feed-text.js';
import { startTracker } from '../../acceptance/harness/tracker-process.js';
import { entry, yearly } from '../../acceptance/texts/news.js';
import { quantile } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import type { BenchServer } from '../harness/server.js';

const ITEMS = 60;
/** The first ones warm everything up. */
const WARM_UP = 10;
const MOST_MS = 250;
const WITHIN_MS = 10_000;
/** A key may write 60 times a minute. */
const POLLS_A_KEY = 40;

/** From an item in a poll's response to followers. */
export function endToEnd(server: BenchServer): Row {
  return { name: 'end-to-end', run: () => measure(server) };
}

async function measure(server: BenchServer): Promise<Line[]> {
  const { url: databaseUrl, database } = await server.createDatabase();
  const tracker = await startTracker({ databaseUrl });
  const place = await Place.open();
  const client = tracker.client();
  const ended = new AbortController();
  try {
    const feed = { url: `${place.url}/feed`, kind: 'feed' as const };
    const { id } = await client.call('post', '/v1/sources', { body: feed });
    const hook = { url: `${place.url}/hook`, backfill: true };
    await client.call('post', '/v1/webhooks', { body: hook });
    const streamed = follow(client, place, ended.signal);
    const clients = await Promise.all(
      Array.from({ length: Math.ceil(ITEMS / POLLS_A_KEY) }, () => tracker.newClient('sources:write')),
    );
    for (let n = 0; n < ITEMS; n += 1) {
      place.publish(1900 + n);
      await clients[Math.floor(n / POLLS_A_KEY)]!.call('post', '/v1/sources/{id}/poll', { path: { id } });
      await place.heard(1900 + n);
    }
    ended.abort();
    await streamed;
    const says = `${ITEMS} items, each in one webhook and one event of the stream`;
    return (['hook', 'stream'] as const).map((way) => {
      const times = place.times(way).slice(WARM_UP);
      const p99 = quantile(times, 0.99);
      return {
        what: `item in a poll's response → ${way === 'hook' ? 'webhook' : 'SSE'} received`,
        ours: `${spread(times)} ms`,
        baseline: '–',
        figure: `p99 ${number(p99)} ms`,
        target: `≤ ${MOST_MS} ms`,
        met: p99 <= MOST_MS,
        gate: { passed: place.isWhole(way), says },
      };
    });
  } finally {
    ended.abort();
    await place.close();
    await tracker.destroy();
    await database.close();
  }
}

async function follow(client: WicClient, place: Place, signal: AbortSignal): Promise<void> {
  try {
    for await (const { data } of client.follow({ after: '0', type: 'announcement.published', signal }))
      place.note('stream', data.announcement?.title.en ?? '');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

type Way = 'hook' | 'stream';

/** A feed that grows and a receiver of webhooks; notes when an item left and when it came back, by its year. */
class Place {
  private entries: ReturnType<typeof entry>[] = [];
  private readonly sent = new Map<number, number>();
  private readonly came = { hook: new Map<number, number[]>(), stream: new Map<number, number[]>() };
  private wake = () => {};

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Place> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.url === '/feed') return place.answerFeed(response);
        place.note('hook', Buffer.concat(chunks).toString('utf8'));
        response.writeHead(204).end();
      });
    });
    const place = new Place(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return place;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  publish(year: number): void {
    this.entries = [entry(String(year), yearly(year)), ...this.entries].slice(0, 20);
  }

  note(way: Way, text: string): void {
    const year = Number(/the (\d{4}) Wuzhen Summit/.exec(text)?.[1]);
    this.came[way].set(year, [...(this.came[way].get(year) ?? []), performance.now()]);
    this.wake();
  }

  /** Waits until an item came back both ways. */
  async heard(year: number): Promise<void> {
    const deadline = performance.now() + WITHIN_MS;
    while (!this.came.hook.has(year) || !this.came.stream.has(year)) {
      if (performance.now() > deadline) throw new Error(`Nothing was heard of the item of ${year}.`);
      const late = new Promise<void>((resolve) => setTimeout(resolve, 100));
      await Promise.race([late, new Promise<void>((resolve) => (this.wake = resolve))]);
    }
  }

  times(way: Way): number[] {
    return [...this.came[way]].map(([year, [first]]) => first! - this.sent.get(year)!);
  }

  isWhole(way: Way): boolean {
    return this.came[way].size === ITEMS && [...this.came[way].values()].every(({ length }) => length === 1);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answerFeed(response: ServerResponse): void {
    const year = Number(this.entries[0]?.id);
    response.once('finish', () => {
      if (year && !this.sent.has(year)) this.sent.set(year, performance.now());
    });
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(rss(`${this.url}/feed`, this.entries));
  }
}
