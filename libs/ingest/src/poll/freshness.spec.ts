import { describe, expect, it } from '@jest/globals';
import { feed, item, PollingWorld } from './polling-world.fixture.js';

const world = PollingWorld.around();
const waited = async () => {
  const { attempt } = await world.pollAndSettle();
  const minutes = (Date.parse(attempt.nextPollAt) - Date.parse(world.now)) / 60_000;
  return [minutes, attempt.nextPollReason];
};
const withTtl = (minutes: number) => feed(item(1)).replace('<item>', `<ttl>${minutes}</ttl><item>`);

describe('the time of the next poll', () => {
  it('goes by max-age before ttl, and by ttl before what is usual', async () => {
    world.site.serve('/feed.xml', withTtl(120), { 'cache-control': 'max-age=10800' });
    expect(await waited()).toEqual([180, 'max-age asks for 3 h']);
    world.site.serve('/feed.xml', withTtl(120));
    expect(await waited()).toEqual([120, 'the feed asks for 2 h']);
  });

  it('goes by sy:updatePeriod', async () => {
    const syndication =
      '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>' +
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>6</sy:updateFrequency>';
    world.site.serve('/feed.xml', feed(item(1)).replace('<rss version="2.0"><channel>', syndication));
    expect(await waited()).toEqual([240, 'the feed asks for 4 h']);
  });

  it('still goes by ttl when the feed has not changed', async () => {
    world.site.serve('/feed.xml', withTtl(120), { etag: '"1"' });
    await world.pollAndSettle();
    world.site.serve('/feed.xml', '', {}, 304);
    expect(await waited()).toEqual([120, 'the feed asks for 2 h']);
  });

  it('is the same for a server that sends everything each time, which is not read twice', async () => {
    world.site.serve(
      '/feed.xml',
      withTtl(120).replace('<title>F', '<lastBuildDate>1</lastBuildDate><title>F'),
    );
    await world.pollAndSettle();
    world.site.serve(
      '/feed.xml',
      withTtl(90).replace('<title>F', '<lastBuildDate>2</lastBuildDate><title>F'),
    );
    const { attempt, after } = await world.pollAndSettle();
    expect(attempt).toMatchObject({
      outcome: 'unchanged',
      status: 200,
      nextPollReason: 'the feed asks for 2 h',
    });
    expect(after.feedHint).toBe(7200);
    world.later(24);
    expect((await world.pollAndSettle()).after.feedHint).toBe(5400); // once a day it is read all the same
  });

  it('stands where people see it', async () => {
    world.site.serve('/feed.xml', withTtl(120));
    await world.pollAndSettle();
    const told = { nextPollAt: '2023-06-16T02:00:00.000Z', nextPollReason: 'the feed asks for 2 h' };
    expect(await world.health()).toMatchObject(told);
    expect(await world.poller.log.of('s1', 1)).toMatchObject([told]);
  });

  it('comes every five minutes while a summit is on, where the source told of the WIC lately', async () => {
    world.poller = world.newPoller({ summits: { on: async (now) => now < '2023-06-17' } });
    await world.follow('quiet', { url: world.site.url('/quiet.xml') });
    world.site.serve('/feed.xml', withTtl(120), { etag: '"1"' });
    world.site.serve('/quiet.xml', feed(item(1, 'Weather')), { 'cache-control': 'max-age=3600' });
    await world.pollAndSettle();
    expect(await waited()).toEqual([5, 'a summit is on']);
    expect((await world.pollAndSettle('quiet')).attempt.nextPollReason).toBe('max-age asks for 1 h');
    world.later(24);
    expect(await waited()).toEqual([120, 'the feed asks for 2 h']);
  });
});
