import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../acceptance/harness/eventually.js';
import { World } from '../acceptance/harness/world.js';
import { yearly } from '../acceptance/texts/news.js';

jest.setTimeout(180_000);

const EVENTS = 40;
const KILLS = 3;

describe('killed while it delivers', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world?.close());

  it('delivers each at least once, and a repeat under the same webhook-id', async () => {
    for (let n = 0; n < EVENTS; n++) {
      const { published, ...news } = yearly(1980 + n);
      await world.client.importDocument({ ...news, publishedAt: published });
    }
    await world.receiver.answer(204, 100);
    const subscribing = await world.tracker.newClient();
    await world.receiver.subscribe(subscribing, '/slow', { backfill: true, from: '1970-01-01' });
    for (let kill = 1; kill <= KILLS; kill++) {
      const before = (await world.receiver.deliveries('/slow')).length;
      await world.receiver.atLeast('/slow', before + 5, 30_000);
      await world.tracker.kill9();
      await world.tracker.start();
    }
    await world.receiver.answer(204, 0);
    const expected = (await world.log('announcement.published')).map(({ position }) => position);
    expect(expected).toHaveLength(EVENTS);
    const got = () => world.receiver.deliveries('/slow');
    await eventually(async () => new Set((await got()).map(({ body }) => body.position)).size >= EVENTS, {
      withinMs: 60_000,
      everyMs: 250,
    });

    const deliveries = await got();
    expect([...new Set(deliveries.map(({ body }) => body.position))].sort()).toEqual([...expected].sort());
    expect(deliveries.every(({ verified }) => verified)).toBe(true);
    expect(deliveries.length - EVENTS).toBeLessThanOrEqual(KILLS);
    for (const position of expected) {
      const ids = deliveries.filter(({ body }) => body.position === position).map(({ id }) => id);
      expect(new Set(ids).size).toBe(1);
    }
  });
});
