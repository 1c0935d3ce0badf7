import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forkTypeScript, type TestDatabase } from '#testing';
import { openFeed } from '../feed/feed.queries.js';
import { Receiver } from '../receiver.fixture.js';
import { createDatabase, World } from '../world.fixture.js';

const PROCESS = resolve(import.meta.dirname, 'draining-process.fixture.ts');
const EVENTS = 40;
const KILLS = 3;

let test: TestDatabase;
let receiver: Receiver;
beforeAll(async () => {
  test = await createDatabase();
  receiver = await Receiver.start();
});
afterAll(async () => {
  await receiver.stop();
  await test.drop();
});

describe('a process killed between request and commit', () => {
  it('loses nothing, and repeats at most what was in flight, under the same id', async () => {
    const world = await World.on(test);
    await openFeed(world.database, world.log);
    await world.subscribe('w1', receiver.url);
    const all = world.announce(EVENTS);
    await world.feed();
    const spawn = () => forkTypeScript(PROCESS, [test.url, 'w1', String(EVENTS + 1)]);
    let child = spawn();
    let kills = 0;
    receiver.answer = (response) => {
      // The request has arrived and the answer is on its way: nothing of it can have been committed.
      if (receiver.received.length % 12 === 0 && kills < KILLS) {
        kills += 1;
        child.kill('SIGKILL');
        return void response.destroy();
      }
      response.writeHead(200).end();
    };
    for (;;) {
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== null) break;
      child = spawn();
    }
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(kills).toBe(KILLS);
    expect(new Set(receiver.positions)).toEqual(new Set(all));
    expect(new Set(ids).size).toBe(EVENTS);
    expect(ids.length - EVENTS).toBeLessThanOrEqual(KILLS);
    const firsts = receiver.positions.filter((position, index, list) => list.indexOf(position) === index);
    expect(firsts).toEqual(all);
    expect((await world.rows()).every((row) => row.state === 'delivered')).toBe(true);
    await world.close();
  }, 180_000);
});
