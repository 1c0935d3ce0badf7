import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { feed, item, PollingWorld } from '../poll/polling-world.fixture.js';
import { Claims } from './claims.js';

const world = PollingWorld.around();
const seconds = (n: number) => world.later(n / 3600);

describe('a claim', () => {
  it('of a poller that was killed ends after half a minute', async () => {
    expect(await world.poller.due(1)).toHaveLength(1);
    const other = world.newPoller();
    seconds(29);
    expect(await other.due(1)).toEqual([]);
    seconds(2);
    expect((await other.due(1)).map(({ sourceId }) => sourceId)).toEqual(['s1']);
  });

  it('is held as long as its poll takes, and not a moment longer', async () => {
    const [source] = await world.poller.due(1);
    const other = world.newPoller();
    for (let n = 0; n < 20; n++) {
      seconds(20);
      await world.poller.claims.renew();
    }
    expect(await other.due(1)).toEqual([]);
    await world.poller.claims.release(source!);
    expect(await other.due(1)).toHaveLength(1);
  });

  it('renews itself', async () => {
    const claims = new Claims(world.test.database, () => world.now, { lastsMs: 30_000, renewMs: 10 });
    const source = await claims.one('s1');
    seconds(25);
    const until = async () => {
      const [row] = await world.test.database.query<{ until: Date }>(
        'SELECT claimed_until AS until FROM source_schedule',
      );
      return row!.until.toISOString();
    };
    const renewed = new Date(Date.parse(world.now) + 30_000).toISOString();
    while ((await until()) !== renewed) await sleep(5);
    await claims.release(source);
  });

  it('that passed on is not taken back by renewing it', async () => {
    await world.poller.due(1);
    seconds(31);
    const other = world.newPoller();
    const [theirs] = await other.due(1);
    await world.poller.claims.renew();
    seconds(31);
    expect((await world.poller.due(1)).map(({ claim }) => claim)).not.toContain(theirs!.claim);
  });

  it('ends when the source waits after trouble of ours', async () => {
    const [source] = await world.poller.due(1);
    await world.poller.postpone(source!, new Error('the disk is full'));
    expect(await world.poller.due(1)).toEqual([]);
    expect(await world.health()).toMatchObject({
      nextPollAt: '2023-06-16T00:05:00.000Z',
      nextPollReason: 'the tracker itself had trouble: the disk is full',
    });
    seconds(301);
    expect(await world.poller.due(1)).toHaveLength(1);
  });
});

describe('settling', () => {
  it('saves many polls at once, and the others where one cannot be saved', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `m${n}`);
    world.site.serve('/feed.xml', feed(item(1)));
    for (const id of ids) await world.follow(id);
    const results = [];
    for (const id of ids) results.push(await world.poller.poll(id));
    results[7]!.attempt.bytes = 2 ** 40; // more than its column holds
    const settled = await Promise.allSettled(results.map((result) => world.poller.settle(result)));
    expect(settled.map(({ status }) => status)).toEqual(
      ids.map((_, n) => (n === 7 ? 'rejected' : 'fulfilled')),
    );
    const told = await Promise.all(ids.map(async (id) => (await world.poller.log.of(id, 9)).length));
    expect(told).toEqual(ids.map((_, n) => (n === 7 ? 0 : 1)));
  });
});
