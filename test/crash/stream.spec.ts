import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { startTracker, type TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { soakStream } from '../soak/stream-soak.js';

jest.setTimeout(180_000);

let database: TestDatabase;
let tracker: TrackerProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  tracker = await startTracker({ databaseUrl: database.url });
});
afterAll(async () => {
  await tracker?.destroy();
  await database?.drop();
});

it('cut and resumed sixty times while the log grows, the stream leaves nothing out and doubles nothing', async () => {
  const seed = 20231108;
  const about = { tracker, databaseUrl: database.url, seed, trackerKills: 1 };
  const { wrong, rounds, endings, events } = await soakStream({
    ...about,
    ...{ rounds: 60, clients: 6, history: 2500 },
  });
  expect(wrong).toEqual([]);
  expect(rounds).toBe(60);
  expect(endings.cut).toBeGreaterThan(50);
  expect(events).toBeGreaterThan(2500);
});
