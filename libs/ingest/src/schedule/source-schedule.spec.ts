import { describe, expect, it } from '@jest/globals';
import type { Recorded, SourceEvent } from '#domain';
import { feed, item, PollingWorld } from '../poll/polling-world.fixture.js';
import { applySourceEvent } from './schedule-from-events.js';
import { PollRefusedError } from './source-schedule.js';

const world = PollingWorld.around();

describe('the schedule', () => {
  it('gives each due source to one of two racing pollers', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `r${n}`);
    for (const id of ids) await world.follow(id);
    const other = world.newPoller();
    const claims = await Promise.all([0, 1, 2, 3].flatMap(() => [world.poller.due(7), other.due(7)]));
    const claimed = claims.flat().map(({ sourceId }) => sourceId);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed).toHaveLength(41);
  });

  it('refuses to poll a source that is being polled', async () => {
    await world.poller.due(1);
    await expect(world.poller.poll('s1')).rejects.toThrow(PollRefusedError);
  });

  it('does not let an outdated claim move it', async () => {
    world.site.serve('/feed.xml', feed(item(1)), { etag: '"old"' });
    const slow = await world.poller.poll('s1');
    world.later(1);
    world.site.serve('/feed.xml', feed(item(1)), { etag: '"new"' });
    await world.pollAndSettle();
    await world.poller.settle(slow);
    expect((await world.poller.poll('s1')).source.validators.etag).toBe('"new"');
  });

  it('spreads what is long overdue instead of polling all at once', async () => {
    for (let n = 0; n < 100; n++) await world.follow(`o${n}`);
    world.later(24);
    expect(await world.poller.schedule.spreadOverdue(world.now)).toBe(101);
    expect((await world.poller.due(1000)).length).toBeLessThanOrEqual(2);
    world.now = new Date(Date.parse(world.now) + 11_000).toISOString();
    expect((await world.poller.due(1000)).length).toBeGreaterThanOrEqual(99);
  });

  it('adopts a permanent move after three sightings over a day', async () => {
    world.site.answers.set('/feed.xml', (_, response) =>
      response.writeHead(301, { location: '/new.xml' }).end(),
    );
    world.site.serve('/new.xml', feed(item(1)));
    const moves: unknown[] = [];
    for (let n = 0; n < 3; n++) {
      moves.push(...(await world.pollAndSettle()).sourceCommands.map(({ command }) => command));
      world.later(13);
    }
    expect(moves).toEqual([{ type: 'MoveSource', data: { to: world.site.url('/new.xml') } }]);
    const event = {
      type: 'SourceMoved',
      data: { from: '', to: world.site.url('/new.xml') },
      recordedAt: world.now,
    };
    await applySourceEvent(world.poller.schedule, 's1', event as Recorded<SourceEvent>, world.test.database);
    world.site.requests.length = 0;
    await world.pollAndSettle();
    expect(world.site.requests.map(({ path }) => path)).toEqual(['/new.xml']);
  });
});
