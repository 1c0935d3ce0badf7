import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEvent, Page, Webhook } from '#client';
import { createTestDatabase, EventStoreStandIn, type TestDatabase } from '#testing';
import { startTracker, type TrackerProcess } from './harness/tracker-process.js';
import { wic, wicJson } from './harness/wic.js';
import { World } from './harness/world.js';
import { DIALOGUE, DIALOGUE_ELSEWHERE, OFFICE, yearly } from './texts/news.js';

jest.setTimeout(120_000);

/** From PostgreSQL to EventStoreDB (its stand-in) and back. */
describe('backup and restore', () => {
  let world: World;
  let folder: string;
  let standIn: EventStoreStandIn;
  const trackers: TrackerProcess[] = [];
  const databases: TestDatabase[] = [];

  beforeAll(async () => {
    [folder, standIn] = await Promise.all([mkdtemp(join(tmpdir(), 'wic-spec-')), EventStoreStandIn.start()]);
    world = await World.open();
    await world.receiver.subscribe(world.client, '/hook', { backfill: true, types: ['announcement.*'] });
    for (const { published, ...news } of [OFFICE, DIALOGUE, DIALOGUE_ELSEWHERE])
      await world.client.importDocument({ ...news, publishedAt: published });
    const office = await world.ofActivity('office/zhejiang');
    const body = { fields: { theme: 'Corrected' }, reason: 'A spec' };
    await world.client.http.json('POST', `/v1/announcements/${office.id}/corrections`, { body });
    await world.receiver.atLeast('/hook', 4);
  });
  afterAll(async () => {
    await Promise.all(trackers.map((tracker) => tracker.destroy()));
    await world?.close();
    await standIn?.stop();
    await Promise.all(databases.map((database) => database.drop()));
    await rm(folder, { recursive: true, force: true });
  });

  async function another(env: Record<string, string> = {}): Promise<TrackerProcess> {
    const database = await createTestDatabase();
    databases.push(database);
    const tracker = await startTracker({ databaseUrl: database.url, env });
    trackers.push(tracker);
    return tracker;
  }
  /** The whole log but for the positions, which are each store's own. */
  async function history(tracker: TrackerProcess) {
    const { data } = await tracker.client().events({ limit: 500 });
    const own = data.filter(({ type }) => !type.startsWith('webhook.') && type !== 'log.sealed');
    return own.map(({ type, announcedAt, recordedAt, backfill }: LogEvent) => ({
      type,
      announcedAt,
      recordedAt,
      backfill,
    }));
  }
  const file = (name: string) => join(folder, name);
  const succeed = async (tracker: TrackerProcess, ...args: string[]) => {
    const { code, stderr } = await wic(tracker, args);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  };

  it('carries the log to the other store and back, verified at each step', async () => {
    await succeed(world.tracker, 'verify');
    await succeed(world.tracker, 'backup', file('one.ndjson'));
    const onEventStore = await another({ EVENTSTORE_URL: standIn.connectionString });
    await succeed(onEventStore, 'restore', file('one.ndjson'));
    await succeed(onEventStore, 'verify');
    expect(await history(onEventStore)).toEqual(await history(world.tracker));

    await succeed(onEventStore, 'backup', file('two.ndjson'));
    const back = await another();
    await succeed(back, 'restore', file('two.ndjson'));
    expect(await wicJson(back, ['verify'])).toMatchObject({ ok: true });
    expect(await history(back)).toEqual(await history(world.tracker));
    const texts = async (name: string) => (await readFile(file(name), 'utf8')).includes('Lu Shan');
    expect(await texts('one.ndjson')).toBe(await texts('two.ndjson'));

    const all = async (tracker: TrackerProcess) => {
      const { data } = await tracker.client().announcements();
      return data.map(({ position: _position, ...row }) => row);
    };
    expect(await all(back)).toEqual(await all(world.tracker));
    expect(await all(onEventStore)).toEqual(await all(world.tracker));
  });

  it('leaves a copy that sends nothing until someone enables its webhooks', async () => {
    await world.receiver.forget();
    for (const copy of trackers) {
      const { data } = await copy.client().http.json<Page<Webhook>>('GET', '/v1/webhooks');
      expect(data).toMatchObject([{ state: 'disabled', reason: expect.stringContaining('restored') }]);
      const { published, ...news } = yearly(2024);
      await copy.client().importDocument({ ...news, publishedAt: published });
    }
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await world.receiver.deliveries('/hook')).toEqual([]);
  });

  it('refuses to restore over a log that holds something', async () => {
    const before = await world.head();
    const { code, stderr } = await wic(world.tracker, ['restore', file('one.ndjson')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/empty/);
    expect(await world.head()).toBe(before);
  });
});
