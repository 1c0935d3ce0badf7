import { setTimeout as sleep } from 'node:timers/promises';
import type { WicClient } from '#client';
import type { TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { yearly } from '../acceptance/texts/news.js';

const EDITIONS = 20;
/** Each has its own share of the rate limit. */
const KEYS = 10;

/** Keeps the log growing: a few announcements that are corrected again and again. What fails is left. */
export class Publisher {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly clients: WicClient[],
    private readonly announcements: string[],
  ) {}

  static async start(desk: TrackerProcess, everyMs: number): Promise<Publisher> {
    const clients: WicClient[] = [];
    for (let n = 0; n < KEYS; n += 1) clients.push(await desk.newClient());
    const announcements: string[] = [];
    for (let n = 0; n < EDITIONS; n += 1) {
      const { published, ...news } = yearly(1980 + n);
      const imported = await clients[n % KEYS]!.importDocument({ ...news, publishedAt: published });
      announcements.push(imported.announcements[0]!.id);
    }
    const publisher = new Publisher(clients, announcements);
    publisher.running = publisher.run(everyMs);
    return publisher;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(everyMs: number): Promise<void> {
    const under = new Set<Promise<unknown>>();
    for (let n = 0; !this.stopping.signal.aborted; n += 1) {
      const correcting = this.correct(n).catch(() => undefined);
      under.add(correcting);
      void correcting.finally(() => under.delete(correcting));
      await sleep(everyMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    await Promise.all(under);
  }

  private correct(n: number): Promise<unknown> {
    const id = this.announcements[n % EDITIONS]!;
    const body = { fields: { theme: `Theme ${n}` }, reason: 'A soak' };
    return this.clients[n % KEYS]!.http.raw('POST', `/v1/announcements/${id}/corrections`, { body });
  }
}
