import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createTestDatabase,
  redisServerBinary,
  startRedis,
  type TestDatabase,
  type TestRedis,
} from '#testing';
import { BullWakeUps } from './bull-wake-ups.adapter.js';
import { pause, until } from './waiting.fixture.js';

/** Takes one job of the queue in a process of its own, says so, and never ends it. */
const TAKER = `
const { Worker, createPostgresBackend } = require('bullmq');
const { queue, redisUrl, databaseUrl } = JSON.parse(process.argv[1]);
const connection = redisUrl ? { url: redisUrl, maxRetriesPerRequest: null } : { connectionString: databaseUrl, migrate: true };
const handle = () => { console.log('taken'); return new Promise(() => undefined); };
new Worker(queue, handle, { connection, lockDuration: 1000, stalledInterval: 1000 }, redisUrl ? undefined : createPostgresBackend);
`;

let test: TestDatabase;
let redis: TestRedis | undefined;
beforeAll(async () => {
  test = await createTestDatabase();
  if (redisServerBinary() !== null) redis = await startRedis();
});
afterAll(async () => {
  await redis?.stop();
  await test.drop();
});

const backends = redisServerBinary() === null ? ['PostgreSQL'] : ['PostgreSQL', 'Redis'];

describe.each(backends)('BullWakeUps on %s, when a worker is killed', (backend) => {
  it('hands its wake-up to another, with what came meanwhile', async () => {
    const redisUrl = backend === 'Redis' ? redis?.url : undefined;
    const queue = `crash-${backend}`;
    const jobs = new BullWakeUps({ databaseUrl: test.url, redisUrl, lockMs: 1000 });
    await jobs.wake(queue, 'a');
    const args = JSON.stringify({ queue, redisUrl, databaseUrl: test.url });
    const taker = spawn(process.execPath, ['-e', TAKER, args], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(taker.stdout, 'data');
    await jobs.wake(queue, 'a');
    taker.kill('SIGKILL');
    const seen: string[] = [];
    await jobs.work(queue, async (id) => void seen.push(id));
    await until(() => seen.length === 2, 10_000);
    await jobs.wake(queue, 'a');
    await until(() => seen.length === 3);
    await pause(200);
    expect(seen).toEqual(['a', 'a', 'a']);
    await jobs.close();
  });
});
