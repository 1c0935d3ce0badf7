import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestDatabase,
  redisServerBinary,
  startRedis,
  type TestDatabase,
  type TestRedis,
} from '#testing';
import { deferred, pause, until } from './waiting.fixture.js';
import { BullWakeUps, type BullWakeUpsOptions } from './bull-wake-ups.adapter.js';

let test: TestDatabase;
let redis: TestRedis | undefined;
const open: BullWakeUps[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  if (redisServerBinary() !== null) redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
afterAll(async () => {
  await redis?.stop();
  await test.drop();
});

function wakeUps(backend: string, options: Partial<BullWakeUpsOptions> = {}): BullWakeUps {
  const redisUrl = backend === 'Redis' ? redis?.url : undefined;
  const made = new BullWakeUps({ databaseUrl: test.url, redisUrl, ...options });
  open.push(made);
  return made;
}

const backends = ['PostgreSQL'];
if (redisServerBinary() !== null) backends.push('Redis');
else console.warn('redis-server is not installed: THE REDIS SPECS OF THE QUEUE DID NOT RUN.');

let queues = 0;
const queueName = () => `spec-${process.pid}-${++queues}`;

describe.each(backends)('BullWakeUps on %s', (backend) => {
  it('carries any text as an id, and keeps what waits for one id to one', async () => {
    const queue = queueName();
    const ids = ['12345', 'a:b:c:d', '', '乌镇/峰会 2023', 'nul\u0000', 'half \ud83d', 'x'.repeat(3000)];
    const jobs = wakeUps(backend);
    for (const id of [...ids, ...ids]) await jobs.wake(queue, id);
    const seen: string[] = [];
    await jobs.work(queue, async (id) => void seen.push(id));
    await until(() => seen.length >= ids.length);
    await pause(200);
    expect(seen).toEqual(ids);
  });

  it('runs once more, and only once, when woken while the same id is handled; never two at a time', async () => {
    const queue = queueName();
    const [here, there] = [wakeUps(backend), wakeUps(backend)];
    let running = 0;
    let most = 0;
    let runs = 0;
    const gate = deferred();
    const handle = async () => {
      most = Math.max(most, ++running);
      runs++;
      await gate.promise;
      running--;
    };
    await here.work(queue, handle, { concurrency: 4 });
    await there.work(queue, handle, { concurrency: 4 });
    await here.wake(queue, 'a');
    await until(() => runs === 1);
    for (const each of [here, there, here]) await each.wake(queue, 'a');
    await there.wake(queue, 'a', 50); // falls due while the first is still handled
    await pause(400);
    expect(runs).toBe(1);
    gate.resolve();
    await until(() => runs === 2);
    await pause(300);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
  });

  it('wakes at once although a delayed wake-up waits, and keeps the earliest of the delayed', async () => {
    const queue = queueName();
    const jobs = wakeUps(backend);
    const seen: number[] = [];
    const start = Date.now();
    await jobs.work(queue, async () => void seen.push(Date.now() - start));
    await jobs.wake(queue, 'a', 60_000);
    await jobs.wake(queue, 'a', 1200);
    await jobs.wake(queue, 'a', 90_000);
    await jobs.wake(queue, 'a');
    await until(() => seen.length === 1);
    expect(seen[0]).toBeLessThan(1000);
    await until(() => seen.length === 2);
    expect(seen[1]).toBeGreaterThanOrEqual(1150);
  });

  it('never breaks a chain of handlings that each ask for the next, delayed', async () => {
    const queue = queueName();
    const jobs = wakeUps(backend);
    let runs = 0;
    await jobs.work(
      queue,
      async (id) => {
        if (++runs < 30) await jobs.wake(queue, id, 1 + (runs % 5));
      },
      { concurrency: 4 },
    );
    await jobs.wake(queue, 'a');
    await until(() => runs === 30);
    await pause(150);
    expect(runs).toBe(30);
  });

  it('repeats at an interval once, however many processes ask and ask again', async () => {
    const queue = queueName();
    const three = [wakeUps(backend), wakeUps(backend), wakeUps(backend)];
    let runs = 0;
    await three[0]?.work(queue, async () => void runs++);
    const asking = setInterval(() => void three.forEach((each) => each.every(queue, 'tick', 500)), 150);
    await pause(3200);
    clearInterval(asking);
    expect(runs).toBeGreaterThanOrEqual(4);
    expect(runs).toBeLessThanOrEqual(8);
  });

  it('tries a failed handling once more, then lets the id be woken again', async () => {
    const queue = queueName();
    const errors: string[] = [];
    const jobs = wakeUps(backend, { onError: (error) => errors.push(error.message) });
    let runs = 0;
    await jobs.work(queue, async () => {
      if (++runs <= 2) throw new Error(`attempt ${runs} failed`);
    });
    await jobs.wake(queue, 'a');
    await until(() => runs === 2);
    await until(() => errors.includes('attempt 2 failed'));
    await jobs.wake(queue, 'a');
    await until(() => runs === 3);
  });

  it('stops after the running handling has ended', async () => {
    const queue = queueName();
    const jobs = wakeUps(backend);
    let ended = false;
    let begun = false;
    const stop = await jobs.work(queue, async () => {
      begun = true;
      await pause(400);
      ended = true;
    });
    await jobs.wake(queue, 'a');
    await until(() => begun);
    await stop();
    expect(ended).toBe(true);
    await jobs.ping();
  });
});
