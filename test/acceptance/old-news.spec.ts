import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from './harness/eventually.js';
import { World } from './harness/world.js';
import { entry } from './texts/news.js';

jest.setTimeout(60_000);

/** A summit that is still to come, told without saying when it is told. */
const upcoming = (year: number) =>
  entry(`plan-${year}`, {
    title: `World Internet Conference: the ${year} Wuzhen Summit is to be held in November`,
    text: `The ${year} World Internet Conference (WIC) Wuzhen Summit will be held in Wuzhen, Zhejiang province, from November 5 to 8, ${year}.`,
    published: 'undated',
  });
const years = Array.from({ length: 5 }, (_, n) => 2050 + n);

describe('a feed that is followed when it is full', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    await world.receiver.subscribe(world.client, '/fresh', { types: ['announcement.*'] });
  });
  afterAll(() => world?.close());

  it('floods nobody: what may be of any age is told as old, and what comes next as new', async () => {
    world.site.rss('/wire', years.map(upcoming));
    const wire = await world.follow('/wire');
    await eventually(async () => (await world.all()).length === years.length, {
      withinMs: 20_000,
      everyMs: 200,
    });
    for (const { announcedAtBasis, backfill } of await world.all())
      expect([announcedAtBasis, backfill]).toEqual(['received', true]);

    world.site.rss('/wire', [2060, ...years].map(upcoming));
    expect(await world.poll(wire)).toMatchObject({ itemsNew: 1, itemsKnown: years.length });
    expect(await world.ofActivity('summit/2060')).toMatchObject({
      announcedAtBasis: 'received',
      backfill: false,
    });
    const delivered = await world.receiver.atLeast('/fresh', 1);
    expect(delivered.map(({ body }) => body.data['announcement'])).toMatchObject([
      { activity: { id: 'summit/2060' } },
    ]);
  });
});
