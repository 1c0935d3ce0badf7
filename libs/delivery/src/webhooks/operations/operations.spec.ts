import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { TestDatabase } from '#testing';
import { SystemClock } from '../../clock.js';
import { Receiver } from '../receiver.fixture.js';
import { createDatabase, plainSettings, World } from '../world.fixture.js';
import { Deliveries } from './deliveries.js';
import { replayPoint } from './replay-point.js';
import { Subscriptions } from './subscriptions.js';
import { displayUrlOf } from './webhook-address.js';
import type { SubscribeInput } from './webhook-input.js';

let test: TestDatabase;
let world: World;
let receiver: Receiver;
let subscriptions: Subscriptions;
let deliveries: Deliveries;
beforeAll(async () => {
  test = await createDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  world = await World.on(test, new SystemClock());
  receiver = await Receiver.start();
  subscriptions = new Subscriptions(world.ports);
  deliveries = new Deliveries(world.ports);
});
afterEach(async () => {
  await receiver.stop();
  await world.close();
});

function input(members: Partial<SubscribeInput> = {}): SubscribeInput {
  const { displayUrl: _url, secretsRef: _ref, ...settings } = plainSettings('');
  return { ...settings, url: receiver.url, chatSecret: null, headers: {}, from: null, ...members };
}

/** Subscribes as the API does, and lets the feed take it in. */
async function subscribe(members: Partial<SubscribeInput> = {}) {
  const { id, secret, command } = await subscriptions.subscribe(input(members));
  world.tell('subscribed', id, command.data);
  await world.feed();
  return { id, secret, settings: command.data };
}

const verify = (secret: string, index = -1) => {
  const { body, headers } = receiver.received.at(index)!;
  return new Webhook(secret).verify(body, headers as Record<string, string>);
};

describe('subscriptions', () => {
  it('deliver, show no secret in the log, and are tested with a signed ping', async () => {
    const { id, secret, settings } = await subscribe({ url: `${receiver.url}/hook/abcdef123456789?key=1` });
    expect(JSON.stringify(settings)).not.toMatch(/whsec_|abcdef|key=1/);
    expect(await deliveries.test(id, settings)).toMatchObject({ ok: true, status: 204, error: null });
    expect(receiver.received[0]!.path).toBe('/hook/abcdef123456789?key=1');
    expect(verify(secret)).toMatchObject({ type: 'webhook.ping', data: { webhook: { id } } });
    world.announce(1);
    await world.feed();
    await world.drain(id);
    expect(verify(secret)).toMatchObject({ type: 'announcement.published' });
    expect(await deliveries.stateOf(id)).toMatchObject({
      state: 'active',
      backlog: 0,
      cursor: await world.log.head(),
    });
    const page = await deliveries.attempts(id, { outcome: 'success', cursor: null, limit: 1 });
    expect(page.attempts).toMatchObject([{ lane: 'live', delivery: 'delivered' }]);
    const rest = await deliveries.attempts(id, { outcome: null, cursor: page.next, limit: 5 });
    expect(rest).toMatchObject({ attempts: [{ lane: 'test', delivery: null }], next: null });
  });

  it('report what a failing test met', async () => {
    const { id, settings } = await subscribe();
    receiver.status(401, {}, 'who are you?');
    const result = await deliveries.test(id, settings);
    expect(result).toMatchObject({ ok: false, status: 401, body: 'who are you?', error: 'HTTP 401' });
    expect(result.hint).toContain('headers');
  });

  it('rotate their secret with overlap', async () => {
    const { id, secret: old, settings } = await subscribe();
    const { secret, apply } = await subscriptions.rotate(settings, 24);
    await deliveries.test(id, settings);
    expect(() => verify(secret)).toThrow(); // not before the log says so
    await apply();
    await deliveries.test(id, settings);
    expect(verify(old)).toEqual(verify(secret));
    const next = await subscriptions.rotate(settings, 0);
    await next.apply();
    await deliveries.test(id, settings);
    expect(() => verify(secret)).toThrow();
    expect(verify(next.secret)).toBeDefined();
  });

  it('change their address with the event that says so, and shred the old one then', async () => {
    const { id, secret, settings } = await subscribe();
    const { command } = await subscriptions.change(id, settings, {
      url: `${receiver.url}/new`,
      filter: { kinds: ['summit'] },
    });
    const [forum] = world.announce(1);
    world.tell('changed', id, command.data);
    const [summit] = world.announce(1, {}, { kind: 'summit' });
    world.announce(1);
    expect(await world.ports.secrets.open(settings.secretsRef)).not.toBeNull();
    await world.feed();
    await world.drain(id);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/new', '/new']);
    expect(receiver.positions).toEqual([forum, summit]);
    expect(verify(secret)).toBeDefined();
    expect(await world.ports.secrets.open(settings.secretsRef)).toBeNull();
  });

  it.each([
    ['ftp://example.org/', 'Only https'],
    ['http://example.org/', 'Use https'],
    ['https://user:pass@example.org/', 'credentials'],
    ['https://10.1.2.3/', ''],
    ['http://169.254.169.254/latest', 'Use https'],
    ['https://[::ffff:10.0.0.1]/', ''],
    ['nonsense', 'absolute URL'],
  ])('refuse %s', async (url, why) => {
    const refused = subscriptions.subscribe(input({ url }));
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      pointer: '/url',
      message: expect.stringContaining(why),
    });
  });

  it('refuse headers that deliveries set or that cannot be sent', async () => {
    const bad: Record<string, string>[] = [
      { Host: 'x' },
      { 'webhook-id': '1' },
      { 'a b': '1' },
      { a: 'x\r\ny' },
    ];
    for (const headers of bad)
      await expect(subscriptions.subscribe(input({ headers }))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('show addresses without what may be a secret', () => {
    expect(displayUrlOf('https://a.example/hooks/wic?token=1', 'standard')).toBe(
      'https://a.example/hooks/wic',
    );
    expect(displayUrlOf('https://a.example/in/9f8e7d6c5b4a3f2e', 'standard')).toBe('https://a.example/in/…');
    expect(displayUrlOf('https://hooks.example/T01/B02/x', 'slack')).toBe('https://hooks.example/…');
  });
});

describe('owners', () => {
  it('ask for replays by position, date or instant', async () => {
    expect(replayPoint('41', 'from', 'Asia/Shanghai')).toEqual({ position: '41' });
    expect(replayPoint('2023-06-15', 'from', 'Asia/Shanghai')).toEqual({
      announcedFrom: '2023-06-14T16:00:00.000Z',
    });
    expect(replayPoint('2023-06-15', 'to', 'Asia/Shanghai')).toEqual({
      announcedFrom: '2023-06-15T15:59:59.999Z',
    });
    expect(replayPoint('2023-02-30', 'from', 'Asia/Shanghai')).toBeNull();
    const { id, secret } = await subscribe();
    const positions = world.announce(3);
    await world.feed();
    await world.drain(id);
    const from = replayPoint(positions[1]!, 'from', 'UTC')!;
    const command = await deliveries.requestReplay({ from, to: null, mode: 'all' });
    world.tell('replay_requested', id, command.data);
    world.announce(1);
    await world.feed();
    await world.drain(id);
    const replayed = receiver.received.filter(
      ({ headers }) => headers['webhook-replay'] === command.data.replayId,
    );
    expect(replayed.map(({ body }) => (JSON.parse(body) as { position: string }).position)).toEqual(
      positions.slice(1),
    );
    expect(verify(secret)).toBeDefined();
  });

  it('of a restored copy find everything disabled, and nothing sent', async () => {
    const { id } = await subscribe();
    world.announce(2);
    await world.feed();
    await deliveries.disableAll('restored');
    expect(world.executed).toMatchObject([{ webhookId: id, command: { type: 'DisableWebhook' } }]);
    await world.feed();
    await world.drain(id);
    expect(receiver.received).toEqual([]);
    expect(await deliveries.stateOf(id)).toMatchObject({ state: 'disabled', reason: 'restored' });
    await expect(deliveries.retry(id, '1')).rejects.toMatchObject({ code: 'conflict' });
    world.tell('enabled', id, { resume: 'now' });
    world.announce(1);
    await world.feed();
    await world.drain(id);
    expect(receiver.received).toHaveLength(1);
  });
});
