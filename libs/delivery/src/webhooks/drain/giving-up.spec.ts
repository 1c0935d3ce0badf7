import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#testing';
import { FakeClock } from '../../fake-clock.fixture.js';
import { openFeed } from '../feed/feed.queries.js';
import { Deliveries } from '../operations/deliveries.js';
import { Receiver } from '../receiver.fixture.js';
import { createDatabase, World } from '../world.fixture.js';

let test: TestDatabase;
let clock: FakeClock;
let world: World;
let receiver: Receiver;
const HOUR = 3_600_000;
beforeAll(async () => {
  test = await createDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  clock = new FakeClock();
  world = await World.on(test, clock);
  receiver = await Receiver.start();
  await openFeed(world.database, world.log);
  await world.subscribe('w1', receiver.url);
  await world.feed();
});
afterEach(async () => {
  await receiver.stop();
  await world.close();
});

async function announceAndDrain(count = 1): Promise<string[]> {
  const positions = world.announce(count);
  await world.feed();
  await world.drain('w1');
  return positions;
}

const state = () => new Deliveries(world.ports).stateOf('w1');

describe('a receiver that fails for days', () => {
  it('is given up after five days without success, ten failures and half a day of them, warned of twice before', async () => {
    receiver.status(500);
    const warnings = () =>
      world.executed.flatMap(({ command }) => (command.type === 'WarnOfWebhook' ? [command.data] : []));
    const began = clock.now();
    const given = new Date(began.getTime() + 120 * HOUR).toISOString();
    for (let half = 0; half < 9; half += 1) {
      await announceAndDrain(3);
      clock.advance(12 * HOUR);
      await world.drain('w1');
      await world.feed();
      expect(warnings().map(({ percent }) => percent)).toEqual(half < 4 ? [] : half < 8 ? [50] : [50, 90]);
    }
    expect(receiver.received.length).toBeGreaterThan(10);
    expect(warnings()[1]).toMatchObject({ since: began.toISOString(), status: 500, disabledAfter: given });
    expect(await state()).toMatchObject({
      state: 'failing',
      warning: { percent: 90, disabledAfter: given },
    });
    await world.feed();
    await world.drain('w1'); // told once
    clock.advance(13 * HOUR);
    await announceAndDrain();
    expect(world.executed.map(({ command }) => command.type)).toEqual([
      'WarnOfWebhook',
      'WarnOfWebhook',
      'DisableWebhook',
    ]);
    expect(world.notices).toHaveLength(3);
    expect(await state()).toMatchObject({ state: 'disabled', reason: expect.stringContaining('five days') });
  });

  it('is warned of no more once it takes something, and begins anew', async () => {
    receiver.status(500);
    for (let half = 0; half < 6; half += 1) {
      await announceAndDrain(3);
      clock.advance(12 * HOUR);
    }
    receiver.status(200);
    await announceAndDrain();
    await world.feed();
    expect(world.executed).toHaveLength(1);
    expect(await state()).toMatchObject({ state: 'active', warning: null });
  });
});
