import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, redisServerBinary, startRedis, type TestRedis } from '#testing';
import { BullWakeUps } from './bull-wake-ups.adapter.js';
import { until } from './waiting.fixture.js';

let redis: TestRedis | undefined;
const open: BullWakeUps[] = [];
let queues = 0;
const queueName = () => `loss-${++queues}`;

beforeAll(async () => {
  if (redisServerBinary() !== null) redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
afterAll(() => redis?.stop());

function wakeUps(options: { redisUrl?: string; databaseUrl?: string; rearmMs?: number }): BullWakeUps {
  const made = new BullWakeUps({ databaseUrl: 'postgresql://127.0.0.1:9/none', ...options });
  open.push(made);
  return made;
}

describe('BullWakeUps without its server', () => {
  it('says which setting is wrong and what to do, within 5 s', async () => {
    const port = await freePort();
    const redisUrl = `redis://user:hunter2@127.0.0.1:${port}`;
    const noRedis = wakeUps({ redisUrl });
    const error = await noRedis.ping().then(
      () => null,
      (failure: Error) => failure,
    );
    expect(error?.message).toMatch(
      /127\.0\.0\.1:\d+ \(REDIS_URL\).*ECONNREFUSED.*Start it or correct REDIS_URL/,
    );
    expect(error?.message).not.toContain('hunter2');
    await expect(noRedis.wake('q', 'a')).rejects.toThrow('REDIS_URL');
    const noPostgres = wakeUps({ databaseUrl: `postgresql://u:hunter2@127.0.0.1:${port}/x` });
    await expect(noPostgres.ping()).rejects.toThrow(/DATABASE_URL/);
  });
});

if (redisServerBinary() === null)
  console.warn('redis-server is not installed: LOSS OF REDIS WAS NOT TESTED.');
else
  describe('BullWakeUps when Redis loses everything', () => {
    it('goes on after FLUSHALL, its repeated wake-ups included', async () => {
      const queue = queueName();
      const jobs = wakeUps({ redisUrl: redis?.url ?? '', rearmMs: 200 });
      const seen: string[] = [];
      await jobs.work(queue, async (id) => void seen.push(id));
      await jobs.every(queue, 'tick', 400);
      await until(() => seen.includes('tick'));
      await redis?.command('FLUSHALL');
      seen.length = 0;
      await jobs.wake(queue, 'after');
      await until(() => seen.includes('after') && seen.filter((id) => id === 'tick').length >= 2, 15_000);
    });

    it('goes on after Redis was killed and came back empty; meanwhile waking fails in words', async () => {
      const queue = queueName();
      const jobs = wakeUps({ redisUrl: redis?.url ?? '', rearmMs: 200 });
      const seen: string[] = [];
      await jobs.work(queue, async (id) => void seen.push(id));
      await jobs.wake(queue, 'before');
      await until(() => seen.includes('before'));
      await redis?.kill();
      await expect(jobs.wake(queue, 'meanwhile')).rejects.toThrow('REDIS_URL');
      await expect(jobs.ping()).rejects.toThrow('REDIS_URL');
      await redis?.start();
      await jobs.wake(queue, 'after');
      await until(() => seen.includes('after'), 15_000);
    });

    it('notices a server that accepts but does not answer', async () => {
      const jobs = wakeUps({ redisUrl: redis?.url ?? '' });
      redis?.freeze();
      const start = Date.now();
      await expect(jobs.ping()).rejects.toThrow(/REDIS_URL/);
      expect(Date.now() - start).toBeLessThan(5000);
      redis?.thaw();
      await jobs.ping();
    });
  });
