import { describe, expect, it } from '@jest/globals';
import type { Recorded, SourceEvent } from '#domain';
import { feed, item, PollingWorld } from '../poll/polling-world.fixture.js';
import { applySourceEvent } from './schedule-from-events.js';
import { PollRefusedError } from './claims.js';

const world = PollingWorld.around();

describe('the schedule', () => {
  it('gives each due source to one of two racing pollers', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `r${n}`);
    for (const [n, id] of ids.entries()) await world.follow(id, { url: `http://127.1.0.${n}/feed.xml` });
    const other = world.newPoller();
    const claims = await Promise.all([0, 1, 2, 3].flatMap(() => [world.poller.due(7), other.due(7)]));
    const claimed = claims.flat().map(({ sourceId }) => sourceId);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed).toHaveLength(41);
  });

  it('gives the sources of a host to one poller at a time, a bounded number of them', async () => {
    for (let n = 0; n < 50; n++) await world.follow(`h${n}`, { url: `http://127.1.0.1/${n}` });
    const other = world.newPoller();
    const claims = await Promise.all([0, 1, 2, 3].flatMap(() => [world.poller.due(9), other.due(9)]));
    const ofHost = claims.map((claim) => claim.filter(({ host }) => host === '127.1.0.1').length);
    expect(ofHost.filter((count) => count > 0)).toEqual([20]);
    await Promise.all(claims.flat().map((source) => world.poller.claims.release(source)));
    expect(await other.due(1)).not.toEqual([]);
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
    await world.test.database.query(
      `INSERT INTO source_schedule (source_id, settings, domain, host, next_poll_at, next_poll_reason, interval_seconds)
       SELECT 'o' || n, settings, 'd' || n, 'h' || n, next_poll_at, '', 1800
       FROM source_schedule, generate_series(1, 9999) n`,
    );
    world.later(24);
    expect(await world.poller.schedule.spreadOverdue(world.now)).toBe(10_000);
    const [row] = await world.test.database.query<{ most: number }>(
      `SELECT max(n)::int AS most FROM (SELECT count(*) AS n FROM source_schedule
       GROUP BY floor(extract(epoch FROM next_poll_at))) s`,
    );
    expect(row?.most).toBeLessThanOrEqual(20);
    expect((await world.poller.due(20_000)).length).toBeLessThanOrEqual(2);
    world.later(600 / 3600);
    expect((await world.poller.due(20_000)).length).toBeGreaterThanOrEqual(9_998);
  });

  it.each([
    ['a temporary redirect', 302, [0, 13, 13, 13]],
    ['a move seen often within a day', 308, [0, 5, 5, 5, 5]],
    ['a move seen twice', 301, [0, 40]],
  ])('does not adopt %s', async (_, status, hours) => {
    const to = { location: '/new.xml' };
    world.site.answers.set('/feed.xml', (_request, response) => response.writeHead(status, to).end());
    world.site.serve('/new.xml', feed(item(1)));
    for (const wait of hours) {
      world.later(wait);
      expect((await world.pollAndSettle()).sourceCommands).toEqual([]);
    }
  });

  it('begins to count anew where a move leads elsewhere, or is no longer told', async () => {
    world.site.serve('/new.xml', feed(item(1)));
    world.site.serve('/other.xml', feed(item(1)));
    for (const location of ['/new.xml', '/other.xml', '/new.xml', null, '/new.xml', '/new.xml']) {
      if (location === null) world.site.serve('/feed.xml', feed(item(1)));
      else world.site.answers.set('/feed.xml', (_, response) => response.writeHead(301, { location }).end());
      expect((await world.pollAndSettle()).sourceCommands).toEqual([]);
      world.later(25);
    }
    expect((await world.pollAndSettle()).sourceCommands).toMatchObject([{ command: { type: 'MoveSource' } }]);
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
