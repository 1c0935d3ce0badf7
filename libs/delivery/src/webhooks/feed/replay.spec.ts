import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDatabase, World } from '../world.fixture.js';
import type { TestDatabase } from '#testing';
import { openFeed } from './feed.queries.js';

let test: TestDatabase;
let world: World;
beforeAll(async () => {
  test = await createDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  world = await World.on(test);
  await openFeed(world.database, world.log);
});
afterEach(() => world.close());

describe('replays', () => {
  it('begin at a position in log order, backfill included, up to where they were asked for', async () => {
    const old = [...world.announce(3), ...world.announce(600, { backfill: true })];
    await world.subscribe('w1', 'http://127.0.0.1/', { from: { position: old[1]! } });
    const live = world.announce(2);
    await world.feed();
    expect(await world.lane('w1')).toEqual(live);
    const lane = await world.lane('w1', 'from-w1');
    expect(lane).toEqual(old.slice(1, 1 + lane.length));
    expect(lane.length).toBe(500); // the rest waits for room
    await world.database.query("UPDATE webhook_backlog SET state = 'delivered'");
    await world.feed();
    expect(await world.lane('w1', 'from-w1')).toEqual(old.slice(1));
  });

  it('begin at a date in announced order, each announcement once', async () => {
    const at = (day: number) => ({ announcedAt: `2020-01-${String(day).padStart(2, '0')}T00:00:00.000Z` });
    const [late] = world.announce(1, at(20), { id: 'late' });
    const [early] = world.announce(1, at(5), { id: 'early' });
    world.announce(1, { ...at(6), type: 'announcement.revised' }, { id: 'early' });
    world.announce(1, at(1), { id: 'before' });
    world.announce(1, { ...at(7), type: 'source.followed' });
    await world.subscribe('w1', 'http://127.0.0.1/');
    const head = await world.log.head();
    const from = { announcedFrom: '2020-01-05T00:00:00.000Z' };
    world.tell('replay_requested', 'w1', { replayId: 'r1', from, to: null, mode: 'all', head });
    world.announce(1, at(9), { id: 'afterwards' });
    await world.feed();
    expect(await world.lane('w1', 'r1')).toEqual([early, late]);
  });

  it('send what is missing, or what was given up, and nothing else', async () => {
    await world.subscribe('w1', 'http://127.0.0.1/');
    const [done, parked, waiting] = world.announce(3);
    await world.feed();
    const set = (position: string | undefined, state: string) =>
      world.database.query('UPDATE webhook_backlog SET state = $2 WHERE position = $1', [position, state]);
    await set(done, 'delivered');
    await set(parked, 'parked');
    const [skipped] = world.announce(1, { backfill: true });
    const head = await world.log.head();
    const from = { position: '0' };
    const replay = { from, to: null, head };
    world.tell('replay_requested', 'w1', { ...replay, replayId: 'missing', mode: 'missing' });
    await world.feed();
    expect(await world.lane('w1', 'missing')).toEqual([parked, skipped]);
    expect(waiting).toBeDefined();
    await world.database.query("DELETE FROM webhook_backlog WHERE lane = 'missing'");
    world.tell('replay_requested', 'w1', { ...replay, replayId: 'failed', mode: 'failed' });
    await world.feed();
    expect(await world.lane('w1', 'failed')).toEqual([parked]);
  });

  it('end where they are told to, both ways of saying it', async () => {
    await world.subscribe('w1', 'http://127.0.0.1/');
    const [a, b, c] = world.announce(3);
    const head = await world.log.head();
    const mode = 'all';
    world.tell('replay_requested', 'w1', {
      replayId: 'r1',
      from: { position: a },
      to: { position: b },
      mode,
      head,
    });
    const to = { announcedFrom: world.log.events.find((event) => event.position === b)!.announcedAt };
    const from = { announcedFrom: '1999-01-01T00:00:00.000Z' };
    world.tell('replay_requested', 'w1', { replayId: 'r2', from, to, mode, head });
    await world.feed();
    expect(await world.lane('w1', 'r1')).toEqual([a, b]);
    expect(await world.lane('w1', 'r2')).toEqual([a, b]);
    expect(c).toBeDefined();
  });
});
