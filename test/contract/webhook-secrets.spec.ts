import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { WicClient } from '#client';
import { eventually } from '../acceptance/harness/eventually.js';
import { World } from '../acceptance/harness/world.js';
import { OFFICE, yearly } from '../acceptance/texts/news.js';

jest.setTimeout(120_000);

/** In the path, in the query, in a header, and what a chat service signs with. */
const GIVEN = ['pathCredential0123456789', 'queryCredential42', 'headerCredential42', 'chatCredential42'];
const SEALED = "SELECT count(*)::int AS n FROM secrets WHERE ref LIKE 'webhook/%'";

describe('what a webhook is entrusted with', () => {
  let world: World;
  let client: WicClient;
  let signing: string[];
  let ids: string[];

  beforeAll(async () => {
    world = await World.open({ LOG_LEVEL: 'trace' });
    client = world.client;
    const url = `${world.receiver.origin}/hook/${GIVEN[0]}?key=${GIVEN[1]}`;
    const headers = { authorization: `Bearer ${GIVEN[2]}` };
    const make = (more: object) =>
      client.http.json<{ id: string; secret: string }>('POST', '/v1/webhooks', {
        body: { url, headers, backfill: true, ...more },
      });
    const made = [await make({}), await make({ format: 'feishu', chatSecret: GIVEN[3] })];
    ids = made.map(({ id }) => id);
    signing = made.map(({ secret }) => secret);
    await publish(OFFICE);
    await eventually(async () => (await attempts(ids[0]!)).includes('"success"'), { withinMs: 30_000 });
    await world.receiver.answer(500);
    await publish(yearly(1999));
    await eventually(async () => (await attempts(ids[0]!)).includes('HTTP 500'), { withinMs: 30_000 });
    for (const id of ids) {
      await client.http.raw('POST', `/v1/webhooks/${id}/test`);
      const { secret } = await client.http.json<{ secret: string }>(
        'POST',
        `/v1/webhooks/${id}/rotate-secret`,
        { body: { overlapHours: 1 } },
      );
      signing.push(secret);
    }
  });
  afterAll(() => world?.close());

  const publish = ({ published, ...news }: typeof OFFICE) =>
    client.importDocument({ ...news, publishedAt: published });
  const text = async (path: string) => (await client.http.raw('GET', path)).text();
  const attempts = (id: string) => text(`/v1/webhooks/${id}/attempts?limit=200`);
  const secrets = () => [...GIVEN, ...signing];

  it('stands in no answer', async () => {
    const paths = [
      '/v1/webhooks',
      '/v1/events?type=webhook.*&limit=500',
      '/v1/backup',
      '/v1/status',
      '/metrics',
    ];
    for (const id of ids) paths.push(`/v1/webhooks/${id}`, `/v1/webhooks/${id}/attempts?limit=200`);
    for (const path of paths) {
      const answer = await text(path);
      expect(answer.length).toBeGreaterThan(0);
      for (const secret of secrets()) expect([path, answer.includes(secret)]).toEqual([path, false]);
    }
  });

  it('stands in no line of the log of the program', () => {
    expect(world.tracker.output.length).toBeGreaterThan(0);
    for (const secret of secrets()) expect(world.tracker.output).not.toContain(secret);
  });

  it('stands nowhere in the database in clear', async () => {
    const { database } = world.database;
    const tables = await database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = await database.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE ANY($1)`, [
        secrets().map((secret) => `%${secret}%`),
      ]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('is put under the newest key on request', async () => {
    const { id } = await client.http.json<{ id: string }>('POST', '/v1/jobs', { body: { job: 'rewrap' } });
    expect(await world.jobDone(id)).toEqual({ secrets: 0 }); // all are under the newest already
  });

  it('is gone for good when the webhook is deleted', async () => {
    const sealed = async () => (await world.database.database.query<{ n: number }>(SEALED))[0]!.n;
    expect(await sealed()).toBe(2);
    for (const id of ids) await client.http.raw('DELETE', `/v1/webhooks/${id}`);
    await eventually(async () => (await sealed()) === 0, { withinMs: 20_000, everyMs: 200 });
  });
});
