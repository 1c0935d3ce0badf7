import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Source, WicClient } from '#client';
import {
  createTestDatabase,
  redisServerBinary,
  startRedis,
  type TestDatabase,
  type TestRedis,
} from '#testing';
import { eventually } from './harness/eventually.js';
import { FeedSite } from './harness/feed-site.js';
import { StreamRecorder } from './harness/recorder.js';
import { TrackerProcess } from './harness/tracker-process.js';
import { WebhookReceiver } from './harness/webhook-receiver.js';
import { competition, entry, OFFICE } from './texts/news.js';

jest.setTimeout(120_000);

const PROCESSES = ['projector', 'projector', 'api', 'poller', 'poller', 'reader', 'deliverer', 'deliverer'];
const withRedis = redisServerBinary() === null ? describe.skip : describe;

withRedis('eight processes on one database and Redis', () => {
  let redis: TestRedis;
  let database: TestDatabase;
  let site: FeedSite;
  let receiver: WebhookReceiver;
  let trackers: TrackerProcess[] = [];
  let client: WicClient;

  beforeAll(async () => {
    [redis, database] = await Promise.all([startRedis(), createTestDatabase()]);
    [site, receiver] = await Promise.all([FeedSite.start(), WebhookReceiver.start()]);
    const keyring = `spec: ${randomBytes(32).toString('base64')}`;
    const env = { REDIS_URL: redis.url, SECRETS_KEYRING: keyring };
    trackers = await Promise.all(
      PROCESSES.map((role) =>
        TrackerProcess.prepare({ databaseUrl: database.url, env: { ...env, ROLES: role } }),
      ),
    );
    await Promise.all(trackers.map((tracker) => tracker.start()));
    client = trackers[PROCESSES.indexOf('api')]!.client();
  });
  afterAll(async () => {
    await Promise.all(trackers.map((tracker) => tracker.destroy()));
    await Promise.all([site?.stop(), receiver?.stop(), redis?.stop()]);
    await database?.drop();
  });

  it('carry an item from a feed to a webhook receiver and the stream, once', async () => {
    const today = competition(new Date(Date.now() - 60_000).toISOString());
    await receiver.subscribe(client, '/hook', {});
    const stream = new StreamRecorder(client, { type: 'announcement.*', after: '0' });
    site.rss('/wire', [entry('today', today), entry('then', OFFICE)]);
    const body = { url: site.url('/wire'), kind: 'feed' };
    await client.http.json<Source>('POST', '/v1/sources', { body });

    const [delivery] = await receiver.atLeast('/hook', 1, 30_000);
    expect(delivery).toMatchObject({
      verified: true,
      body: { type: 'announcement.published', data: { announcement: { kind: 'competition_registration' } } },
    });
    await eventually(async () => (await client.announcements()).total === 2, { everyMs: 250 });
    await stream.reached(delivery!.body.position);
    await new Promise((resolve) => setTimeout(resolve, 2000)); // a second poller or deliverer would show by now
    expect(await receiver.deliveries('/hook')).toHaveLength(1);
    expect(stream.events.map(({ type }) => type)).toEqual([
      'announcement.published',
      'announcement.published',
    ]);
    expect(site.requests.filter(({ path }) => path === '/wire')).toHaveLength(1);
    await stream.stop();
  });

  it('go on when one of each pair is killed', async () => {
    for (const role of ['projector', 'poller', 'deliverer']) await trackers[PROCESSES.indexOf(role)]!.kill9();
    const { published, ...news } = competition('2025-08-01T02:00:00.000Z');
    const today = new Date().toISOString();
    await client.importDocument({ ...news, publishedAt: today });
    const deliveries = await receiver.atLeast('/hook', 2, 40_000);
    expect(published).toBeTruthy();
    expect(deliveries).toHaveLength(2);
  });
});
