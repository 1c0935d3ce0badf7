import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { WicClient, type Announcement } from '#client';
import type { Extractor } from '#ingest';
import { createLogger, loadConfig } from '#platform';
import { createTestDatabase, freePort, type TestDatabase } from '#testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTracker, type Tracker } from '../../apps/tracker/src/start-tracker.js';
import { eventually } from './harness/eventually.js';
import { FeedSite } from './harness/feed-site.js';
import { ADMIN_KEY } from './harness/tracker-process.js';
import { better, OFFICE, poorer, ROAD, RUMOUR, TWO } from './texts/two-extractors.js';

jest.setTimeout(120_000);

interface Result {
  changes: Record<string, number>;
  differences?: {
    announcementId: string;
    events: string[];
    changes: { field: string; from: unknown; to: unknown }[];
  }[];
}

describe('reading the archive again with a better extractor', () => {
  let database: TestDatabase;
  let site: FeedSite;
  let tracker: Tracker | null = null;
  let client: WicClient;
  let source: string;
  const dataDir = mkdtempSync(join(tmpdir(), 'wic-reextract-'));

  const start = async (extractor: Extractor) => {
    await tracker?.stop();
    const env = {
      ...{ DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: String(await freePort()) },
      ...{ WIC_ADMIN_KEY: ADMIN_KEY, WIC_CHRONICLE: 'off', WIC_DEFAULT_SOURCES: 'off' },
      ...{ OUTBOUND_ALLOW: '127.0.0.0/8', SECRETS_KEYRING: '' },
    };
    const config = loadConfig(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
    tracker = await startTracker(config, createLogger({ level: 'silent' }), extractor);
    client = new WicClient({ url: tracker.url, key: ADMIN_KEY });
  };
  const given = (text: string, publishedAt: string) => client.importDocument({ text, publishedAt });
  const all = async (query: object = {}): Promise<Announcement[]> =>
    (await client.announcements({ limit: 200, ...query })).data;
  const reextract = async (body: object = {}): Promise<Result> => {
    const { id } = await client.http.json<{ id: string }>('POST', '/v1/jobs', {
      body: { job: 'reextract', ...body },
    });
    const job = await eventually(
      async () => {
        const now = await client.http.json<{
          state: string;
          error: string;
          result: Result;
          progress: object;
        }>('GET', `/v1/jobs/${id}`);
        return now.state === 'running' ? null : now;
      },
      { withinMs: 60_000, everyMs: 100, what: 'the end of the job' },
    );
    expect(job).toMatchObject({ state: 'done', error: null });
    return job.result;
  };
  const logLength = async () => (await client.events({ limit: 500, type: 'announcement.*' })).data.length;

  beforeAll(async () => {
    [database, site] = [await createTestDatabase(), await FeedSite.start()];
    await start(poorer);
    site.rss('/feed', []);
    const body = { url: site.url('/feed'), kind: 'feed' };
    ({ id: source } = await client.http.json<{ id: string }>('POST', '/v1/sources', { body }));
    await eventually(
      async () =>
        (await client.http.json<{ lastFetchedAt: string | null }>('GET', `/v1/sources/${source}`))
          .lastFetchedAt,
      { everyMs: 250, what: 'the first poll' },
    );
    const link = site.url('/road');
    const published = '2024-04-17T02:00:00.000Z';
    site.rss('/feed', [
      { id: 'road', link, title: 'Digital Silk Road forum held in Xi’an', text: ROAD, published },
    ]);
    await client.http.json('POST', `/v1/sources/${source}/poll`);
    await given(OFFICE, '2023-06-16');
    await given(TWO, '2023-07-03');
    await given(RUMOUR, '2023-10-20');
  });
  afterAll(async () => {
    await tracker?.stop();
    await site?.stop();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('starts from what the poorer one read', async () => {
    expect((await all()).map(({ kind, place }) => [kind, place]).sort()).toEqual([
      ['office_opening', null],
      ['summit', expect.anything()],
      ['symposium', expect.anything()],
      ['symposium', expect.anything()],
    ]);
  });

  it('shows the difference field by field and records nothing', async () => {
    const [office] = await all({ kind: 'office_opening' });
    const body = { fields: { theme: 'A first office' }, reason: 'A person knows' };
    await client.http.json('POST', `/v1/announcements/${office!.id}/corrections`, { body });
    await start(better);
    const before = await logLength();
    const { changes, differences } = await reextract({ dryRun: true });
    expect(changes).toEqual({
      ...{ ItemReceived: 1, AnnouncementRevised: 1, AnnouncementPublished: 2, AnnouncementProposed: 1 },
    });
    const revised = differences!.find(({ events }) => events.includes('AnnouncementRevised'))!;
    expect(revised.announcementId).toBe(office!.id);
    expect(revised.changes.map(({ field, from }) => [field, from])).toEqual([['place', null]]);
    expect(differences!.find(({ events }) => events.includes('AnnouncementProposed'))).toMatchObject({
      reason: expect.stringContaining('does not state it'),
    });
    expect(await logLength()).toBe(before);
  });

  it('reads only what came since', async () => {
    expect((await reextract({ dryRun: true, since: '2100-01-01' })).changes).toEqual({});
  });

  it('leads to what the dry run showed: revisions, what was overlooked, a question about what is not there', async () => {
    const { changes } = await reextract();
    expect(changes).toEqual({
      ...{ ItemReceived: 1, AnnouncementRevised: 1, AnnouncementPublished: 2, AnnouncementProposed: 1 },
    });
    const announcements = await all();
    expect(announcements.map(({ kind }) => kind).sort()).toEqual([
      ...['forum', 'office_opening', 'summit', 'symposium', 'symposium', 'symposium'],
    ]);
    const office = announcements.find(({ kind }) => kind === 'office_opening')!;
    expect(office).toMatchObject({
      theme: 'A first office',
      place: { name: expect.stringContaining('Wuzhen') },
    });
    expect((await client.history(office.id)).data.at(-1)).toMatchObject({
      ...{ type: 'announcement.revised', actor: 'reextraction', backfill: true },
      why: { cause: 'better_extraction', extractor: 'spec-2' },
    });
    const { data } = await client.http.json<{ data: { why: string; withdrawal: object }[] }>(
      'GET',
      '/v1/review',
    );
    expect(data).toMatchObject([{ why: 'stated no more', withdrawal: { effective: null } }]);
  });

  it('leads to nothing more the second time, nor when the item is polled again', async () => {
    const before = await logLength();
    expect((await reextract()).changes).toEqual({});
    await client.http.json('POST', `/v1/sources/${source}/poll`);
    expect(await logLength()).toBe(before);
    expect(await all()).toHaveLength(6);
  });

  it('withdraws what a person agrees is not there, at every asOf', async () => {
    const { data } = await client.http.json<{ data: { id: string; announcementId: string }[] }>(
      'GET',
      '/v1/review',
    );
    const [question] = data;
    await client.http.json('POST', `/v1/review/${question!.id}`, { body: { decision: 'accept' } });
    const { status } = await client.announcement(question!.announcementId, { asOf: '2023-10-21' });
    expect(status).toBe('withdrawn');
    expect((await client.http.json<{ data: object[] }>('GET', '/v1/review')).data).toEqual([]);
    expect((await reextract()).changes).toEqual({});
  });
});
