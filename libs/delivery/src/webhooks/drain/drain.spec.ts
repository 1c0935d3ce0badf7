import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { TestDatabase } from '#testing';
import type { WebhookSettings } from '#domain';
import { SystemClock } from '../../clock.js';
import type { EndpointSecrets } from '../endpoint.js';
import { openFeed } from '../feed/feed.queries.js';
import { Receiver } from '../receiver.fixture.js';
import { createDatabase, SECRET, World } from '../world.fixture.js';

let test: TestDatabase;
let world: World;
let receiver: Receiver;
beforeAll(async () => {
  test = await createDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  world = await World.on(test, new SystemClock());
  receiver = await Receiver.start();
  await openFeed(world.database, world.log);
});
afterEach(async () => {
  await receiver.stop();
  await world.close();
});

async function subscribed(settings: Partial<WebhookSettings> = {}, sealed: Partial<EndpointSecrets> = {}) {
  await world.subscribe('w1', receiver.url, settings, sealed);
  await world.feed();
}

describe('a drain', () => {
  it('signs as Standard Webhooks do, Chinese text included, with every live secret', async () => {
    const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    const gone = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    const signing = [
      { secret: other, until: null },
      { secret: SECRET, until: new Date(Date.now() + 60_000).toISOString() },
      { secret: gone, until: new Date(Date.now() - 1).toISOString() },
    ];
    await subscribed({}, { signing, headers: { authorization: 'Bearer x', 'webhook-attempt': '9' } });
    world.announce(
      1,
      {},
      { title: { zh: '世界互联网大会浙江办事处揭牌', en: 'Zhejiang Office “unveiled” 🎉' } },
    );
    await world.feed();
    await world.drain('w1');
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
    const verify = (secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(verify(SECRET)).toEqual(verify(other));
    expect(() => verify(gone)).toThrow('No matching signature');
    const [event] = world.log.events.slice(-1);
    expect(verify(SECRET)).toEqual({
      type: 'announcement.published',
      timestamp: event!.recordedAt,
      position: event!.position,
      data: event!.data,
    });
    expect(headers).toMatchObject({ authorization: 'Bearer x', 'webhook-attempt': '1' });
    expect(headers['webhook-replay']).toBeUndefined();
  });

  it('sends in backlog order with one in flight, while more is fed and another drain races it', async () => {
    let inFlight = 0;
    let most = 0;
    receiver.answer = async (response) => {
      most = Math.max(most, (inFlight += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      inFlight -= 1;
      response.writeHead(200).end();
    };
    await subscribed();
    const all = world.announce(60);
    await world.feed();
    const draining = [world.drain('w1'), world.drain('w1'), world.drain('w1')];
    all.push(...world.announce(30));
    await world.feed();
    await Promise.all(draining);
    await world.drain('w1');
    expect(receiver.positions).toEqual(all);
    expect(most).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(all.length);
  });

  it('keeps to the number in flight and to the rate', async () => {
    let inFlight = 0;
    let most = 0;
    receiver.answer = async (response) => {
      most = Math.max(most, (inFlight += 1));
      await new Promise((resolve) => setTimeout(resolve, 30));
      inFlight -= 1;
      response.writeHead(200).end();
    };
    await subscribed({ maxInFlight: 4 });
    const all = world.announce(24);
    await world.feed();
    await world.drain('w1');
    expect(most).toBe(4);
    expect([...receiver.positions].sort()).toEqual([...all].sort());
    world.tell('changed', 'w1', { ratePerSecond: 50 });
    world.announce(6);
    await world.feed();
    await world.drain('w1');
    const times = receiver.received.slice(-6).map(({ at }) => at);
    expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual(90);
  });

  it('lets neither replays nor live traffic wait for the other', async () => {
    const old = world.announce(40);
    await world.subscribe('w1', receiver.url, { from: { position: old[0]! } });
    const live = world.announce(5);
    await world.feed();
    await world.drain('w1');
    const lanes = receiver.received.map(({ headers }) => headers['webhook-replay'] ?? 'live');
    expect(lanes.slice(0, 10).filter((lane) => lane === 'live')).toHaveLength(5);
    expect(lanes.filter((lane) => lane === 'from-w1')).toHaveLength(40);
    const sent = (lane: string) => receiver.positions.filter((_, index) => lanes[index] === lane);
    expect([sent('live'), sent('from-w1')]).toEqual([live, old]);
  });

  it('sends a replay under the ids of the first time, and marks it', async () => {
    await subscribed();
    const [position] = world.announce(1);
    await world.feed();
    await world.drain('w1');
    const replay = { from: { position }, to: null, mode: 'all', head: position };
    world.tell('replay_requested', 'w1', { ...replay, replayId: 'r1' });
    await world.feed();
    await world.drain('w1');
    const [first, again] = receiver.received;
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(again!.headers['webhook-replay']).toBe('r1');
    expect(again!.body).toBe(first!.body);
  });

  it('starts no attempt once its lease passed on', async () => {
    receiver.answer = async (response) => {
      await world.database.query("UPDATE leases SET token = token + 1 WHERE name = 'webhook/w1'");
      response.writeHead(200).end();
    };
    await subscribed();
    world.announce(5);
    await world.feed();
    await expect(world.drain('w1')).rejects.toThrow('lost to another process');
    expect(receiver.received).toHaveLength(1);
    expect((await world.rows()).every((row) => row.state === 'pending')).toBe(true);
  });

  it('finishes what is under way when it is stopped, and starts nothing more', async () => {
    const stop = new AbortController();
    receiver.answer = async (response) => {
      stop.abort();
      await new Promise((resolve) => setTimeout(resolve, 30));
      response.writeHead(200).end();
    };
    await subscribed();
    world.announce(3);
    await world.feed();
    await world.drain('w1', stop.signal);
    expect(receiver.received).toHaveLength(1);
    expect((await world.rows()).map((row) => row.state)).toEqual(['delivered', 'pending', 'pending']);
  });

  it('halts a webhook whose secrets are gone', async () => {
    await subscribed();
    await world.ports.secrets.shred('webhook/w1');
    world.announce(1);
    await world.feed();
    await world.drain('w1');
    expect(receiver.received).toHaveLength(0);
    expect(world.executed[0]?.command).toMatchObject({ type: 'DisableWebhook' });
  });
});
