import { setTimeout as sleep } from 'node:timers/promises';
import { PgEventStore } from '#event-store';
import { PostgresDatabase } from '#platform';
import type { TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { planned } from '../bench/harness/history.js';
import { eventually } from '../acceptance/harness/eventually.js';
import { CutClient, type Cut, type Ending } from './cut-client.js';
import { randomFrom, type Random } from './random.js';

export interface SoakOptions {
  tracker: TrackerProcess;
  databaseUrl: string;
  /** Connections that are cut, of all clients together. */
  rounds: number;
  clients: number;
  /** How often the tracker itself is killed meanwhile. */
  trackerKills: number;
  /** Events that are there before anyone follows. */
  history: number;
  seed: number;
  say?: (line: string) => void;
}

export interface SoakResult {
  rounds: number;
  endings: Record<Ending, number>;
  events: number;
  /** What is wrong, a line a client; empty when every client was told every event once, in order. */
  wrong: string[];
}

/** What a client asks for: everything, a kind, a type. */
const FILTERS = ['', '?kind=summit&kind=forum', '?type=announcement.revised', '?type=announcement.*'];

/**
 * Clients follow the stream from the beginning of the log; each connection is cut at random while another process
 * appends, and resumed. In the end each must have been told what the log holds for its filter, once and in order.
 */
export async function soakStream(options: SoakOptions): Promise<SoakResult> {
  const { tracker, rounds, seed, history, clients: count, say = () => undefined } = options;
  const random = randomFrom(seed);
  const writer = new Writer(options.databaseUrl, random);
  await writer.write(history);
  await tracker.restart(); // so that history lies before what the process itself has seen
  const clients = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const { key } = await tracker.client().call('post', '/v1/keys', {
        body: { name: `soak ${n}`, scopes: ['webhooks:read'] },
      });
      const filter = FILTERS[n % FILTERS.length]!;
      const url = () => `${tracker.url}/v1/stream${filter}`;
      return { client: new CutClient(url, key!, '0', n % 2 === 0), key: key!, filter };
    }),
  );
  const endings = { cut: 0, refused: 0, ended: 0, broken: 0 };
  const each = Math.ceil(rounds / count);
  const writing = writer.keepWriting();
  let left = each * count;
  const killing = killNowAndThen(options, () => left, say);
  await Promise.all(
    clients.map(async ({ client }) => {
      for (let round = 0; round < each;) {
        const ending = await client.round(cutAt(random));
        endings[ending] += 1;
        if (ending === 'broken' || ending === 'refused') await sleep(100);
        if (ending === 'cut' || ending === 'ended') round += 1;
        if (ending === 'cut' || ending === 'ended') left -= 1;
        if (left % 100 === 0) say(`${left} rounds left, ${writer.written} events written`);
      }
    }),
  );
  await killing;
  writer.stop();
  await writing;
  await viewsAtTheEnd(tracker);
  const wrong: string[] = [];
  for (const [n, { client, key, filter }] of clients.entries()) {
    const expected = await logOf(tracker, key, filter);
    await catchUp(client, expected.at(-1) ?? '0');
    const objection = objectionTo(client, expected);
    if (objection !== null) wrong.push(`client ${n}${filter}: ${objection}`);
  }
  const events = writer.written;
  await writer.close();
  return { rounds: endings.cut + endings.ended, endings, events, wrong };
}

/** Appends announcement events from outside the tracker, as another process of it would. */
class Writer {
  private readonly database: PostgresDatabase;
  private readonly store: PgEventStore;
  private stopped = false;
  written = 0;

  constructor(
    url: string,
    private readonly random: Random,
  ) {
    this.database = new PostgresDatabase(url, { max: 2 });
    this.store = new PgEventStore(this.database);
  }

  async write(count: number): Promise<void> {
    for (const until = this.written + count; this.written < until; this.written += 1) {
      const { stream, revision, event } = planned(Math.floor(this.written / 3), this.written % 3, 10_000, 3);
      await this.store.append(stream, revision - 1, [event]);
    }
  }

  /** Bursts of one to thirty events with pauses between them. */
  async keepWriting(): Promise<void> {
    while (!this.stopped) {
      await this.write(1 + this.random(30));
      await sleep(this.random(80));
    }
  }

  stop(): void {
    this.stopped = true;
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.database.close();
  }
}

async function killNowAndThen(
  { tracker, trackerKills }: SoakOptions,
  left: () => number,
  say: (line: string) => void,
): Promise<void> {
  const all = left();
  for (let kill = 1; kill <= trackerKills; kill += 1) {
    while (left() > all * (1 - kill / (trackerKills + 1))) await sleep(20);
    say(`killing the tracker with ${left()} rounds left`);
    await tracker.kill9();
    await tracker.start();
  }
}

function cutAt(random: Random): Cut {
  switch (random(8)) {
    case 0:
      return { at: 'request' };
    case 1:
    case 2:
      return { at: 'ms', count: random(120) };
    case 3:
    case 4:
      return { at: 'events', count: 1 + random(60) };
    default:
      return { at: 'bytes', count: random(60_000) };
  }
}

/** Waits until all that was written can be read, so that no client hears of more than the log is asked for. */
async function viewsAtTheEnd(tracker: TrackerProcess): Promise<void> {
  const behind = async () => {
    const { head, views } = await tracker.client().status();
    return views.some(({ position }) => position !== head);
  };
  await eventually(async () => !(await behind()), {
    withinMs: 60_000,
    everyMs: 200,
    what: 'the views at the end of the log',
  });
}

/** The positions that the log holds for a filter, read page by page. */
async function logOf(tracker: TrackerProcess, key: string, filter: string): Promise<string[]> {
  const client = tracker.client(key);
  const query = Object.fromEntries(
    [...new URLSearchParams(filter).keys()].map((name) => [name, new URLSearchParams(filter).getAll(name)]),
  );
  const positions: string[] = [];
  for (let after = '0'; ;) {
    const { data, page } = await client.events({ ...query, after, limit: 500 });
    positions.push(...data.map(({ position }) => position));
    if (!page.hasMore) return positions;
    after = page.next;
  }
}

async function catchUp(client: CutClient, last: string): Promise<void> {
  for (let tries = 0; BigInt(client.last) < BigInt(last) && tries < 5; tries += 1)
    await client.round({ at: 'position', position: last });
}

function objectionTo({ ids, strange }: CutClient, expected: readonly string[]): string | null {
  if (strange.length > 0) return `was told ${strange.slice(0, 3).join(', ')}`;
  const seen = new Set(ids);
  const missing = expected.filter((id) => !seen.has(id));
  const doubles = ids.length - seen.size;
  const disorder = ids.some((id, n) => n > 0 && BigInt(ids[n - 1]!) >= BigInt(id));
  const unheard = ids.filter((id) => !expected.includes(id)).length;
  if (missing.length + doubles + unheard === 0 && !disorder) return null;
  return `${missing.length} missing (${missing.slice(0, 3).join(', ')}), ${doubles} doubles, ${unheard} not in the log, ${disorder ? 'out of order' : 'in order'}`;
}
