import { setTimeout as sleep } from 'node:timers/promises';
import { PgEventStore } from '#event-store';
import { PostgresDatabase } from '#platform';
import { startTracker, type TrackerProcess } from '../../acceptance/harness/tracker-process.js';
import { Child, cpuSeconds } from '../harness/orders.js';
import { planned } from '../harness/history.js';
import { interleave, median, ratios } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import type { BenchServer } from '../harness/server.js';

const CLIENTS = 1000;
const EVENTS_A_SECOND = 10;
const SECONDS = 10;
const ROUNDS = 3;
const MOST_LAG_MS = 150;
const MOST_CPU = 1.5;
/** A key may ask 300 times a minute. */
const KEYS = 20;
/** About as long as an event of ours. */
const FILLING = 'x'.repeat(1900);

interface Told {
  port?: number;
  p50: number;
  p99: number;
  least: number;
  most: number;
  disorder: number;
}

/** A thousand followers of the stream, while ten events a second are recorded. */
export function sse(server: BenchServer): Row {
  return { name: 'sse', run: () => measure(server) };
}

async function measure(server: BenchServer): Promise<Line[]> {
  const { url: databaseUrl, database } = await server.createDatabase();
  const tracker = await startTracker({ databaseUrl });
  const writer = new Writer(databaseUrl);
  const [clients, bare] = [
    await Child.start<Told>('sides/sse-clients.mjs'),
    await Child.start<Told>('sides/bare-sse.mjs'),
  ];
  try {
    const keys = await keysOf(tracker);
    const lags = { ours: [] as number[], bare: [] as number[] };
    const wrong: string[] = [];
    const round = async (url: string, pid: number, say: () => unknown, figures: number[]) => {
      await clients.ask({ order: 'open', url, keys, count: CLIENTS });
      await clients.ask({ order: 'begin' });
      const before = cpuSeconds(pid);
      for (let n = 0; n < SECONDS * EVENTS_A_SECOND; n += 1)
        await Promise.all([say(), sleep(1000 / EVENTS_A_SECOND)]);
      const { p99, least, most, disorder } = await whole(clients);
      const used = cpuSeconds(pid) - before;
      await clients.ask({ order: 'close' });
      figures.push(p99);
      if (least !== SECONDS * EVENTS_A_SECOND || most !== least || disorder > 0)
        wrong.push(`${url}: clients were told ${least} to ${most} events, ${disorder} out of order`);
      return used;
    };
    const stream = `${tracker.url}/v1/stream`;
    const plain = `http://127.0.0.1:${bare.said.port}/`;
    const { ours, baseline } = await interleave(
      ROUNDS,
      () => round(stream, tracker.pid, () => writer.write(), lags.ours),
      () => round(plain, bare.pid, () => bare.tell({ filling: FILLING }), lags.bare),
    );
    const gate = {
      passed: wrong.length === 0,
      says:
        wrong[0] ??
        `${number(CLIENTS)} clients, each told each of ${SECONDS * EVENTS_A_SECOND} events once, in order`,
    };
    const [p99s, bareP99s] = [lags.ours.slice(1), lags.bare.slice(1)];
    const shares = ratios(ours, baseline);
    const what = `event stream, ${number(CLIENTS)} clients, ${EVENTS_A_SECOND} events/s`;
    return [
      {
        what: `${what}: p99 since recorded`,
        ours: spread(p99s, ' ms'),
        baseline: `bare node:http, since written ${spread(bareP99s, ' ms')}`,
        figure: `${number(median(p99s))} ms`,
        target: `≤ ${MOST_LAG_MS} ms`,
        met: median(p99s) <= MOST_LAG_MS,
        gate,
      },
      {
        what: `${what}: processor time of the server`,
        ours: spread(ours, ' s', 2),
        baseline: `bare node:http ${spread(baseline, ' s', 2)}`,
        figure: `${spread(shares, '', 2)}×`,
        target: `≤ ${MOST_CPU}×`,
        met: median(shares) <= MOST_CPU,
        gate,
      },
    ];
  } finally {
    await Promise.all([clients.stop(), bare.stop(), writer.close()]);
    await tracker.destroy();
    await database.close();
  }
}

/** What the clients were told once each was told everything, or when nothing more can be hoped for. */
async function whole(clients: Child<Told>): Promise<Told> {
  for (let tries = 0; ; tries += 1) {
    await sleep(500);
    const told = await clients.ask({ order: 'tell' });
    if (told.least >= SECONDS * EVENTS_A_SECOND || tries === 60) return told;
  }
}

async function keysOf(tracker: TrackerProcess): Promise<string[]> {
  const scopes = ['announcements:read' as const];
  const made = Array.from({ length: KEYS }, (_, n) =>
    tracker.client().call('post', '/v1/keys', { body: { name: `reader ${n}`, scopes } }),
  );
  return (await Promise.all(made)).map(({ key }) => key!);
}

/** Records announcements from outside the tracker. */
class Writer {
  private readonly database: PostgresDatabase;
  private readonly store: PgEventStore;
  private written = 0;

  constructor(url: string) {
    this.database = new PostgresDatabase(url, { max: 2 });
    this.store = new PgEventStore(this.database);
  }

  async write(): Promise<void> {
    const { stream, event } = planned(this.written++, 0, 10_000);
    await this.store.append(stream, -1, [event]);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.database.close();
  }
}
