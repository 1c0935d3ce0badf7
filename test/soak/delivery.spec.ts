import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent } from '#client';
import { redisServerBinary } from '#testing';
import { eventually } from '../acceptance/harness/eventually.js';
import type { Delivery } from '../acceptance/harness/webhook-receiver.js';
import { House, VICTIMS, type Victim } from './house.js';
import { Publisher } from './publisher.js';

const KILLS = Number(process.env['SOAK_KILLS'] ?? 100);
const IN_FLIGHT: Record<string, number> = { '/one': 1, '/another': 1, '/three': 3, '/five': 5 };
const PATHS = Object.keys(IN_FLIGHT);
const EVERY_MS = 300;
const ANSWER_MS = 40;
/** Deliveries that are waited for between two kills, so that each finds something to do. */
const BETWEEN = 8;
const SETTLED_MS = 180_000;

jest.setTimeout(60 * 60_000);

let house: House;
let publisher: Publisher | undefined;
afterEach(async () => {
  await publisher?.stop();
  await house?.close();
});

const configurations = [
  { name: 'jobs in PostgreSQL', withRedis: false },
  ...(redisServerBinary() === null
    ? []
    : [{ name: 'jobs in Redis, flushed and restarted', withRedis: true }]),
];

describe('a tracker whose parts are killed while it delivers', () => {
  it.each(configurations)('loses nothing and repeats little: $name', async ({ withRedis }) => {
    house = await House.open({ withRedis });
    for (const path of PATHS)
      await house.receiver.subscribe(house.desk.client(), path, {
        backfill: true,
        maxInFlight: IN_FLIGHT[path],
      });
    await house.receiver.answer(204, ANSWER_MS);
    publisher = await Publisher.start(house.desk, EVERY_MS);
    const kills: Record<Victim, number> = { deliverer: 0, projector: 0, postgres: 0 };
    for (let n = 0; n < KILLS; n += 1) {
      const victim = VICTIMS[n % VICTIMS.length]!;
      await atItsPoint(victim, n);
      await house.kill(victim);
      kills[victim] += 1;
      if (n % 5 === 4) await house.redis?.command('FLUSHALL').catch(() => undefined);
      if (n % 10 === 9) await house.redis?.kill().then(() => house.redis?.start());
      await house.restore(victim);
      if (n % 10 === 9) process.stderr.write(`Killed ${n + 1} times.\n`);
    }
    await publisher.stop();
    await house.receiver.answer(204, 0);
    const expected = await announcements();
    await eventually(async () => (await missing(expected)) === 0, { withinMs: SETTLED_MS, everyMs: 1000 });
    await sleep(1000);
    await check(expected, kills);
  });
});

/** By turns: as a request has arrived, as its answer has gone out, and at any time. */
async function atItsPoint(victim: Victim, n: number): Promise<void> {
  await delivered(BETWEEN);
  const point = Math.floor(n / VICTIMS.length) % 3;
  if (point === 0) await house.receiver.trap('request');
  else if (point === 1) await house.receiver.trap('answer');
  else await sleep(Math.random() * 500);
  if (victim === 'projector') await sleep(Math.random() * EVERY_MS);
}

async function delivered(more: number): Promise<void> {
  const count = async () => (await everything()).length;
  const before = await count();
  await eventually(async () => (await count()) >= before + more, { withinMs: SETTLED_MS, everyMs: 100 });
}

async function everything(): Promise<Delivery[]> {
  return (await Promise.all(PATHS.map((path) => house.receiver.deliveries(path)))).flat();
}

/** Positions of everything the webhooks were to be sent. */
async function announcements(): Promise<string[]> {
  const events: LogEvent[] = [];
  for (let after = '0'; ;) {
    const { data, page } = await house.desk.client().events({ after, limit: 500, type: 'announcement.*' });
    events.push(...data.filter(({ type }) => type !== 'announcement.covered'));
    if (!page.hasMore) return events.map(({ position }) => position);
    after = page.next;
  }
}

async function missing(expected: readonly string[]): Promise<number> {
  const got = new Set((await everything()).map(({ path, body }) => `${path} ${body.position}`));
  return PATHS.flatMap((path) => expected.filter((position) => !got.has(`${path} ${position}`))).length;
}

async function check(expected: readonly string[], kills: Record<Victim, number>): Promise<void> {
  const total = Object.values(kills).reduce((sum, count) => sum + count);
  const told: string[] = [];
  for (const path of PATHS) {
    const deliveries = await house.receiver.deliveries(path);
    const positions = deliveries.map(({ body }) => body.position);
    const firsts = [...new Set(positions)];
    expect(deliveries.every(({ verified }) => verified)).toBe(true);
    expect([...firsts].sort()).toEqual([...expected].sort());
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(expected.length); // a repeat bears the same id
    const repeats = deliveries.length - expected.length;
    expect(repeats).toBeLessThanOrEqual(IN_FLIGHT[path]! * total);
    if (IN_FLIGHT[path] === 1) expect(firsts).toEqual(expected);
    told.push(`${path} ${repeats}`);
  }
  const events = `${expected.length} events to ${PATHS.length} webhooks`;
  process.stderr.write(`${events}; killed: ${JSON.stringify(kills)}; repeats: ${told.join(', ')}\n`);
}
