import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, freePort } from '#testing';
import { eventually } from '../acceptance/harness/eventually.js';
import { startTracker, TrackerProcess, type Env } from '../acceptance/harness/tracker-process.js';
import { OFFICE } from '../acceptance/texts/news.js';

jest.setTimeout(120_000);

const READY_WITHIN_MS = 10_000;

describe('the embedded server', () => {
  let tracker: TrackerProcess;
  let id: string;

  beforeAll(async () => {
    tracker = await startTracker();
    report('first start');
    const document = { title: OFFICE.title, text: OFFICE.text, publishedAt: OFFICE.published };
    id = (await tracker.client().importDocument(document)).announcements[0]!.id;
  });
  afterAll(() => tracker?.destroy());

  const report = (what: string) => process.stderr.write(`Ready after ${what}: ${tracker.readyMs} ms\n`);
  const stillKnows = async () =>
    expect(await tracker.client().announcement(id)).toMatchObject({ id, kind: 'office_opening' });
  /** A write goes through, so whoever must be the only one is at work again. */
  const stillWrites = async () => {
    const body = { fields: { theme: String(Math.random()) }, reason: 'A spec' };
    const answer = await tracker.client().http.raw('POST', `/v1/announcements/${id}/corrections`, { body });
    expect(answer.status).toBe(200);
  };

  it('is ready again after the tracker alone was killed', async () => {
    await tracker.kill9();
    await tracker.start();
    report('kill -9 of the tracker');
    expect(tracker.readyMs).toBeLessThanOrEqual(READY_WITHIN_MS);
    await stillKnows();
    await stillWrites();
  });

  it('is ready again after PostgreSQL alone was killed', async () => {
    process.kill((await tracker.postmasterPid())!, 'SIGKILL');
    const begun = Date.now();
    await eventually(
      () =>
        stillKnows().then(
          () => true,
          () => false,
        ),
      { withinMs: READY_WITHIN_MS },
    );
    await eventually(async () => (await fetch(`${tracker.url}/health/ready`)).status === 200, {
      withinMs: READY_WITHIN_MS,
    });
    process.stderr.write(`Ready after kill -9 of PostgreSQL: ${Date.now() - begun} ms\n`);
    expect(Date.now() - begun).toBeLessThanOrEqual(READY_WITHIN_MS);
    await stillWrites();
  });

  it('is ready again after both were killed', async () => {
    const postmaster = (await tracker.postmasterPid())!;
    await tracker.kill9();
    process.kill(postmaster, 'SIGKILL');
    await tracker.start();
    report('kill -9 of both');
    expect(tracker.readyMs).toBeLessThanOrEqual(READY_WITHIN_MS);
    await stillKnows();
    await stillWrites();
  });

  it('refuses a second tracker on the same directory, and goes on itself', async () => {
    const second = await TrackerProcess.prepare({ dataDir: tracker.dataDir });
    const { code, output } = await second.runToEnd();
    expect(code).toBe(1);
    expect(output).toMatch(/already uses .*Stop it first.*DATA_DIR/s);
    expect(output).toContain(String(tracker.pid));
    await stillKnows();
  });
});

describe('a start that cannot be', () => {
  const folders: string[] = [];
  const databases: { drop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
    for (const database of databases) await database.drop();
  });

  async function attempt(env: Env) {
    const database = await createTestDatabase();
    databases.push(database);
    const tracker = await TrackerProcess.prepare({ databaseUrl: database.url, env });
    const begun = Date.now();
    const patience = setTimeout(() => void tracker.kill9(), 30_000);
    const ended = await tracker.runToEnd();
    clearTimeout(patience);
    await tracker.destroy();
    return { ...ended, ms: Date.now() - begun };
  }

  it('names the port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { code, output } = await attempt({ PORT: String(port) });
    holder.close();
    expect([code, output]).toEqual([1, expect.stringMatching(new RegExp(`Port ${port}.*taken.*PORT=`, 's'))]);
  });

  it('names the data directory that cannot be used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wic-spec-'));
    folders.push(folder);
    await writeFile(join(folder, 'file'), '');
    const { code, output } = await attempt({
      DATABASE_URL: undefined,
      DATA_DIR: join(folder, 'file', 'data'),
    });
    expect([code, output]).toEqual([1, expect.stringMatching(/Cannot use .*DATA_DIR/s)]);
  });

  it.each(['REDIS_URL', 'DATABASE_URL'])('names %s when nothing answers there', async (name) => {
    const port = await freePort();
    const urls: Env = {
      EVENTSTORE_URL: `esdb://127.0.0.1:${port}?tls=false`,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      DATABASE_URL: `postgresql://postgres@127.0.0.1:${port}/wic`,
    };
    const { code, output } = await attempt({ [name]: urls[name] });
    expect([code, output]).toEqual([1, expect.stringContaining(name)]);
    expect(output).not.toMatch(/\n {4}at /);
  });

  it('says how to cure an EventStoreDB that does not answer, and goes on trying', async () => {
    const port = await freePort();
    const database = await createTestDatabase();
    databases.push(database);
    const env = { EVENTSTORE_URL: `esdb://127.0.0.1:${port}?tls=false` };
    const tracker = await TrackerProcess.prepare({ databaseUrl: database.url, env });
    const ending = tracker.runToEnd();
    await eventually(() => tracker.output.includes('correct EVENTSTORE_URL') || !tracker.isRunning, {
      withinMs: 30_000,
    });
    expect(tracker.output).toContain(`esdb://127.0.0.1:${port} (EVENTSTORE_URL) cannot be reached`);
    await tracker.destroy();
    await ending;
  });

  it('names every bad variable', async () => {
    const { code, output } = await attempt({ ROLES: 'pooler', OUTBOUND_ALLOW: 'everything' });
    expect([code, output]).toEqual([1, expect.stringMatching(/ROLES.*OUTBOUND_ALLOW/s)]);
  });
});
