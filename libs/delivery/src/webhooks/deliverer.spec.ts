import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BullWakeUps } from '#platform';
import type { TestDatabase } from '#testing';
import { SystemClock } from '../clock.js';
import { Deliverer } from './deliverer.js';
import { openFeed } from './feed/feed.queries.js';
import { Receiver } from './receiver.fixture.js';
import { createDatabase, World } from './world.fixture.js';

let test: TestDatabase;
let stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  test = await createDatabase();
});
afterAll(() => test.drop());
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('Condition not met within 15 s.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A deliverer with wake-ups of its own, as a process has. */
async function deliverer(world: World, sweepMs = 60_000): Promise<Deliverer> {
  const wakeUps = new BullWakeUps({ databaseUrl: test.url });
  const made = new Deliverer({ ...world.ports, wakeUps }, { sweepMs, feedTickMs: 100 });
  await made.start();
  stops.push(
    () => wakeUps.close(),
    () => made.stop(),
  );
  return made;
}

async function world(): Promise<{ world: World; receiver: Receiver }> {
  const made = await World.on(test, new SystemClock());
  await openFeed(made.database, made.log);
  const receiver = await Receiver.start();
  stops.push(
    () => made.close(),
    () => receiver.stop(),
  );
  return { world: made, receiver };
}

describe('the deliverer', () => {
  it('takes an event from the log to its receivers, once, with two of them racing', async () => {
    const { world: w, receiver } = await world();
    await deliverer(w);
    await deliverer(w);
    for (const id of ['w1', 'w2', 'w3']) await w.subscribe(id, `${receiver.url}/${id}`);
    const all: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      all.push(...w.announce(3));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await until(() => receiver.received.length >= all.length * 3);
    const of = (id: string) => receiver.positions.filter((_, n) => receiver.received[n]!.path === `/${id}`);
    for (const id of ['w1', 'w2', 'w3']) expect(of(id)).toEqual(all);
    expect(w.errors).toEqual([]);
  });

  it('comes back by itself for what failed, and keeps others going while one hangs', async () => {
    const { world: w, receiver } = await world();
    let failures = 1;
    receiver.answer = (response, { path }) => {
      if (path === '/hangs') return;
      response.writeHead(path === '/flaky' && failures-- > 0 ? 503 : 200).end();
    };
    await deliverer(w);
    for (const id of ['hangs', 'flaky', 'fine']) await w.subscribe(id, `${receiver.url}/${id}`);
    w.announce(5);
    const count = (path: string) => receiver.received.filter((request) => request.path === path).length;
    await until(() => count('/fine') === 5 && count('/flaky') === 5);
    expect(count('/hangs')).toBe(1);
    await until(() => count('/flaky') === 6); // after five seconds, without a sweep
    receiver.answer = (response) => void response.writeHead(200).end();
    await receiver.stop().catch(() => undefined);
    stops.splice(1, 1);
  });

  it('sweeps up what nobody was woken for', async () => {
    const { world: w, receiver } = await world();
    await w.subscribe('w1', receiver.url);
    const all = w.announce(4);
    await w.feed(); // a process that died right after the commit
    await w.close();
    const made = await deliverer(w);
    await until(() => receiver.received.length === 4);
    expect(receiver.positions).toEqual(all);
    await w.database.query("UPDATE webhook_backlog SET state = 'pending' WHERE position = $1", [all[0]]);
    await made.sweep();
    await until(() => receiver.received.length === 5);
  });
});
