import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histories } from '../announcements/histories.fixture.js';
import { projections } from '../projections.js';
import type { BuildProgress } from './builder.js';
import { counting } from './counting.fixture.js';
import { allGenerations } from './generations.js';
import { LogUnderTest } from './logs.fixture.js';

let log: LogUnderTest;
beforeEach(async () => {
  log = await LogUnderTest.create();
});
afterEach(() => log.close());

const never = new AbortController().signal;

/** Every row of every live table, as text, with the name of its view and table. */
async function contents(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const { name, schema, state } of await allGenerations(log.test.database)) {
    if (state !== 'live') continue;
    const names = await log.test.database.query<{ table: string }>(
      'SELECT tablename AS table FROM pg_tables WHERE schemaname = $1 ORDER BY 1',
      [schema],
    );
    for (const { table } of names) {
      const rows = await log.test.database.query<{ row: string }>(
        `SELECT t::text AS row FROM ${schema}.${table} t ORDER BY 1`,
      );
      tables[`${name}.${table}`] = rows.map(({ row }) => row);
    }
  }
  return tables;
}

describe('a rebuild', () => {
  it('gives the tables that following gave, row by row', async () => {
    const { views, projector } = await log.start(projections);
    for (const history of fc.sample(histories(15), { numRuns: 14, seed: 7 })) {
      const suffix = Math.random().toString(36).slice(2, 8);
      const events = history.map((event) => ({ ...event, stream: event.stream + suffix }));
      await log.add(renamed(events, suffix));
      await log.add(others(suffix));
    }
    expect(await views.waitFor(await log.store.head(), 10_000)).toBe(true);
    const live = await contents();
    expect(live['announcements.rectangles']!.length).toBeGreaterThan(50);
    expect(live['sources.states']).toHaveLength(28);
    const progress: BuildProgress[] = [];
    await projector.rebuild(null, never, (step) => progress.push(step));
    expect(await contents()).toEqual(live);
    expect(progress.at(-1)).toMatchObject({
      position: await log.store.head(),
      views: projections.map((p) => p.name),
    });
  });

  it('switches readers over while events keep coming, and drops what it replaced', async () => {
    const { views, projector } = await log.start([counting()]);
    await log.add(others('first'));
    await views.waitFor(await log.store.head(), 5000);
    const before = await views.read(async (schemaOf) => schemaOf('counts'));
    const rebuilding = projector.rebuild(['counts'], never);
    for (let n = 0; n < 20; n++) await log.add(others(`late${n}`));
    await rebuilding;
    expect(await views.waitFor(await log.store.head(), 5000)).toBe(true);
    const count = (schema: string) =>
      log.test.database.query(
        `SELECT count(*)::int AS events, sum(times)::int AS times FROM ${schema}.counts`,
      );
    const [after] = await views.read(async (schemaOf) => [schemaOf('counts')]);
    expect(after).not.toBe(before);
    expect(await views.read((schemaOf) => count(schemaOf('counts')))).toEqual([{ events: 64, times: 64 }]);
    await expect(count(before)).rejects.toThrow('does not exist');
  });

  it('fills a new version beside the old one, which stays readable', async () => {
    const old = await log.start([counting()]);
    await log.add(others('x'));
    await old.views.waitFor(await log.store.head(), 5000);
    const next = await log.start([counting(undefined, 2)]);
    expect(await next.views.waitFor(await log.store.head(), 5000)).toBe(true);
    await log.add(others('y'));
    expect(await old.views.waitFor(await log.store.head(), 5000)).toBe(true);
    expect(await next.views.waitFor(await log.store.head(), 5000)).toBe(true);
    const [first, second] = [old, next].map(({ views }) =>
      views.read(async (schemaOf) => schemaOf('counts')),
    );
    expect(await first).not.toBe(await second);
  });

  it('refuses a view that does not exist, and names those that do', async () => {
    const { projector } = log.projector(projections);
    await expect(projector.rebuild(['facts'], never)).rejects.toThrow(/no view facts.*announcements/);
  });
});

function renamed<E extends { data: unknown }>(events: readonly E[], suffix: string): E[] {
  return events.map((event) => {
    const data = { ...(event.data as Record<string, unknown>) };
    for (const name of ['to', 'into']) if (typeof data[name] === 'string') data[name] += suffix;
    return { ...event, data };
  });
}

/** Something of a source, an item and a webhook. */
function others(suffix: string) {
  const source = { url: 'https://news.example/feed', kind: 'feed', title: 'News', lang: 'en', tz: 'UTC' };
  const settings = { ...source, linkPattern: null, filter: 'wic' };
  return [
    { stream: `source-${suffix}`, type: 'SourceFollowed', data: settings },
    { stream: `source-${suffix}`, type: 'SourcePaused', data: { reason: 'holiday' } },
    { stream: `webhook-${suffix}`, type: 'WebhookRemoved', data: {} },
  ] as never;
}
