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

/** Drains, always coming back when told to, until nothing is left to come back for. */
async function drainToTheEnd(): Promise<number[]> {
  const waits: number[] = [];
  for (let wait = await world.drain('w1'); wait !== null; wait = await world.drain('w1')) {
    clock.advance(wait);
    waits.push(wait);
  }
  return waits;
}

const attempts = async () =>
  (await new Deliveries(world.ports).attempts('w1', { outcome: null, cursor: null, limit: 200 })).attempts;
const state = () => new Deliveries(world.ports).stateOf('w1');

describe('a receiver that fails', () => {
  it('is tried ten times over 75 hours, then the event is parked and the next goes on', async () => {
    receiver.status(500, {}, 'broken');
    world.announce(1);
    await world.feed();
    const began = clock.now().getTime();
    await drainToTheEnd();
    const at = receiver.received.map((_, index) => index);
    const made = (await attempts()).reverse();
    expect(at).toHaveLength(10);
    expect(made.map((attempt) => attempt.attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const gaps = made
      .slice(1)
      .map((attempt, i) => (attempt.startedAt.getTime() - made[i]!.startedAt.getTime()) / 1000);
    const planned = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
    gaps.forEach((gap, index) => expect(Math.abs(gap - planned[index]!)).toBeLessThan(1));
    expect((clock.now().getTime() - began) / HOUR).toBeCloseTo(75.6, 0);
    expect(await state()).toMatchObject({ state: 'failing', backlog: 0, parked: 1, reason: 'HTTP 500' });
    expect(made[0]).toMatchObject({
      status: 500,
      response: { body: 'broken', truncated: false },
      delivery: 'parked',
    });
    receiver.status(200);
    clock.advance(HOUR); // past the breaker
    await announceAndDrain();
    expect(await state()).toMatchObject({ state: 'active', backlog: 0 });
  });

  it('does not hold up later events, and is caught up by a retry by hand', async () => {
    receiver.status(503);
    const [first] = await announceAndDrain();
    receiver.status(200);
    const [second] = await announceAndDrain();
    expect(receiver.positions).toEqual([first, second]);
    const failed = (await attempts()).find((attempt) => attempt.outcome === 'failure')!;
    await new Deliveries(world.ports).retry('w1', failed.id);
    expect(world.wakeUps.noted).toContainEqual({ id: 'w1', delayMs: 0 });
    await world.drain('w1');
    expect(receiver.positions).toEqual([first, second, first]);
    expect((await world.rows()).map((row) => row.state)).toEqual(['delivered', 'delivered']);
    await expect(new Deliveries(world.ports).retry('w1', '999999')).rejects.toThrow('no such attempt');
  });

  it('is asked again when it says so, every event of it', async () => {
    receiver.status(429, { 'retry-after': '120' });
    await announceAndDrain(3);
    expect(receiver.received).toHaveLength(1);
    expect(await world.drain('w1')).toBe(120_000);
    receiver.status(200);
    clock.advance(120_000);
    await drainToTheEnd();
    expect(receiver.received).toHaveLength(4);
  });

  it('has its breaker opened: attempts pause and none is consumed', async () => {
    receiver.status(500);
    await announceAndDrain(20);
    expect(receiver.received).toHaveLength(5);
    expect(await world.drain('w1')).toBeGreaterThan(50_000);
    expect(receiver.received).toHaveLength(5);
    expect((await world.rows()).filter((row) => row.attempts > 0)).toHaveLength(5);
    clock.advance(60_000);
    await world.drain('w1'); // one probe, which fails: twice as long
    expect(receiver.received).toHaveLength(6);
    expect(await world.drain('w1')).toBeGreaterThan(110_000);
    receiver.status(200);
    clock.advance(120_000);
    await drainToTheEnd();
    expect(new Set(receiver.positions).size).toBe(20);
    expect((await world.rows()).every((row) => row.state === 'delivered')).toBe(true);
  });

  it.each([
    ['410', () => receiver.status(410), '410 Gone'],
    [
      'a header on success',
      () => receiver.status(200, { 'webhook-delivery': 'disable' }),
      'webhook-delivery',
    ],
  ])('is disabled by %s, at once', async (_name, answer, reason) => {
    answer();
    await announceAndDrain(3);
    expect(receiver.received).toHaveLength(1);
    expect(world.executed).toHaveLength(1);
    expect(await state()).toMatchObject({ state: 'disabled', reason: expect.stringContaining(reason) });
    receiver.status(200);
    await world.drain('w1');
    expect(receiver.received).toHaveLength(1);
    world.tell('enabled', 'w1', { resume: 'backlog' });
    await world.feed();
    await drainToTheEnd();
    expect(new Set(receiver.positions).size).toBe(3);
  });

  it('is not followed where it redirects to, and told why', async () => {
    receiver.status(302, { location: `${receiver.url}/elsewhere` });
    await announceAndDrain();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/']);
    expect((await attempts())[0]).toMatchObject({
      status: 302,
      hint: expect.stringContaining('not followed'),
    });
  });

  it('may answer anything: 16 KiB of it are kept', async () => {
    receiver.status(200, {}, `\0乌镇${'x'.repeat(3_000_000)}`);
    await announceAndDrain();
    const [made] = await attempts();
    expect(made).toMatchObject({ outcome: 'success', response: { truncated: true } });
    expect(Buffer.byteLength(made!.response.body)).toBeLessThanOrEqual(16 * 1024 + 4);
    expect(made!.response.body.startsWith('\uFFFD乌镇x')).toBe(true);
  });

  it('may be gone: nobody answering is a failure like another', async () => {
    const { url } = receiver;
    await receiver.stop();
    await announceAndDrain();
    expect((await attempts())[0]).toMatchObject({ status: null, error: expect.stringMatching(/^network:/) });
    receiver = await Receiver.start();
    expect(url).toBeDefined();
  });
});
