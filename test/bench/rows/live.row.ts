import type { Coverage } from '#domain';
import { comparePositions } from '#domain';
import { LOG_START } from '#event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import { EAGER } from '../harness/emmett.js';
import type { BenchServer } from '../harness/server.js';
import { queuesOf, write, type Load } from '../harness/writers.js';
import { EmmettSide } from '../sides/emmett.js';
import { StoreSide } from '../sides/store.js';

const LOAD: Load = { writers: 100, batchSize: 1, events: 20_000 };
const ROUNDS = 3;
const MOST_LAG_MS = 50;
/** Nothing came for so long after the last append: nothing more will. */
const QUIET_MS = 3000;

/** A subscription that is live while a hundred writers append. */
export function liveSubscription(server: BenchServer): Row {
  return { name: 'live', run: () => measure(server) };
}

async function measure(server: BenchServer): Promise<Line[]> {
  const ours: Heard[] = [];
  for (let round = 0; round < ROUNDS; round += 1) ours.push(await ourRound(server));
  const theirs = await emmettRound(server);
  const p99s = ours.map(({ lags }) => quantile(lags, 0.99));
  const medians = ours.map(({ lags }) => quantile(lags, 0.5));
  const wrong = ours.map(({ objection }) => objection).find((objection) => objection !== null) ?? null;
  const says = wrong ?? `${number(LOAD.events)} events a round, each once, in order`;
  return [
    {
      what: 'live subscription, 100 concurrent writers: lag p99 (ours since recorded, baseline since acknowledged)',
      ours: `${spread(p99s, ' ms')}, median ${spread(medians, ' ms')}`,
      baseline: `emmett, told to pull eagerly: ${number(quantile(theirs.lags, 0.99))} ms, median ${number(median(theirs.lags))} ms`,
      figure: `${number(median(p99s))} ms`,
      target: `≤ ${MOST_LAG_MS} ms`,
      met: median(p99s) <= MOST_LAG_MS,
      gate: { passed: wrong === null, says },
    },
    {
      what: 'live subscription: events that never came',
      ours: ours.map(({ lost }) => number(lost)).join(', '),
      baseline: `emmett ${number(theirs.lost)} of ${number(LOAD.events)}`,
      figure: number(Math.max(...ours.map(({ lost }) => lost))),
      target: '0',
      met: wrong === null,
      gate: { passed: wrong === null, says },
    },
  ];
}

/** What a subscriber heard of one load. */
interface Heard {
  lags: number[];
  lost: number;
  objection: string | null;
}

async function ourRound(server: BenchServer): Promise<Heard> {
  const side = await StoreSide.open(server);
  const stop = new AbortController();
  const lags: number[] = [];
  const times = new Map<string, number>();
  let last = LOG_START;
  let disorder = 0;
  const listening = (async () => {
    for await (const message of side.store.subscribe({ signal: stop.signal })) {
      if (message.kind !== 'events') continue;
      const now = Date.now();
      for (const { id, position, recordedAt } of message.events) {
        if (comparePositions(position, last) <= 0) disorder += 1;
        last = position;
        times.set(id, (times.get(id) ?? 0) + 1);
        lags.push(now - Date.parse(recordedAt));
      }
    }
  })();
  const acknowledged = await write(queuesOf(LOAD, 0), (batch) => side.append(batch));
  await untilQuiet(() => times.size, LOAD.events);
  stop.abort();
  await listening;
  await side.close();
  const lost = acknowledged.filter((id) => !times.has(id)).length;
  const doubled = [...times.values()].filter((count) => count > 1).length;
  const wrong = lost + doubled + disorder > 0;
  return {
    lags,
    lost,
    objection: wrong ? `${lost} lost, ${doubled} doubled, ${disorder} out of order` : null,
  };
}

async function emmettRound(server: BenchServer): Promise<Heard> {
  const side = await EmmettSide.open(server);
  const heardAt = new Map<string, number>();
  const acknowledgedAt = new Map<string, number>();
  const consumer = side.emmett.consume((data) => heardAt.set(itemOf(data), performance.now()), EAGER);
  await write(queuesOf(LOAD, 0), async (batch) => {
    await side.append(batch);
    for (const { event } of batch) acknowledgedAt.set(itemOf(event.data), performance.now());
  });
  await untilQuiet(() => heardAt.size, LOAD.events);
  await consumer.stop();
  await side.close();
  const heard = [...acknowledgedAt].filter(([item]) => heardAt.has(item));
  const lags = heard.map(([item, at]) => Math.max(0, heardAt.get(item)! - at));
  return { lags, lost: acknowledgedAt.size - heard.length, objection: null };
}

/** Every event of a load has an item of its own. */
function itemOf(data: unknown): string {
  return (data as { coverage: Coverage }).coverage.itemId;
}

async function untilQuiet(count: () => number, all: number): Promise<void> {
  for (let seen = -1, since = performance.now(); count() < all && performance.now() - since < QUIET_MS;) {
    if (count() !== seen) [seen, since] = [count(), performance.now()];
    await sleep(20);
  }
}
