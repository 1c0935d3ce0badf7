import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Announcement, DocumentResult } from '#client';
import { wic, wicJson } from './harness/wic.js';
import { World } from './harness/world.js';

jest.setTimeout(120_000);

const corpus = process.env['WIC_CORPUS'];
const seeds = corpus === undefined ? null : join(dirname(corpus), 'seeds');
const digest =
  seeds !== null && existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('004')) : undefined;
const withSeeds = digest === undefined ? it.skip : it;

describe('the chronicle', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ WIC_CHRONICLE: 'on' });
  });
  afterAll(() => world?.close());

  const at = (day: string) => wicJson<Announcement[]>(world.tracker, ['at', day]);
  const summits = (rows: Announcement[]) =>
    new Set(rows.filter(({ kind }) => kind === 'summit').map(({ activity }) => activity?.id));
  /** The end of that day in Shanghai. */
  const endOf = (day: string) => new Date(`${day}T23:59:59.999+08:00`).toISOString();

  it('is there at first start, flagged as backfill, each entry citing a source', async () => {
    const all = await at('2026-12-31');
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(all.every(({ backfill, coverage }) => backfill && coverage.every(({ url }) => url !== null))).toBe(
      true,
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each<[day: string, told: string[], notYet: string[]]>([
    ['2014-11-06', [], ['summit/2014']],
    ['2015-12-20', ['summit/2014', 'summit/2015'], ['summit/2016']],
    ['2023-06-20', ['summit/2022'], ['summit/2024', 'summit/2025']],
    ['2026-10-01', ['summit/2025', 'summit/2026'], ['summit/2027']],
  ])('wic at %s tells what was announced by then and nothing later', async (day, told, notYet) => {
    const rows = await at(day);
    expect(rows.filter(({ announcedAt }) => announcedAt > endOf(day))).toEqual([]);
    expect([...summits(rows)]).toEqual(expect.arrayContaining(told));
    for (const later of notYet) expect([...summits(rows)]).not.toContain(later);
    const plain = await wic(world.tracker, ['at', day]);
    expect(plain.code).toBe(0);
    expect(plain.stdout.trim().split('\n')).toHaveLength(Math.max(rows.length, 1));
  });

  it('tells each day no more than the day after', async () => {
    const days = ['2015-12-20', '2019-10-20', '2023-06-20', '2026-10-01'];
    const ids = await Promise.all(days.map(async (day) => (await at(day)).map(({ id }) => id)));
    for (let n = 1; n < ids.length; n++) expect(ids[n]).toEqual(expect.arrayContaining(ids[n - 1]!));
  });

  it('knows the Zhejiang Office from its first day on', async () => {
    const offices = async (day: string) =>
      (await at(day)).filter(({ activity }) => activity?.id === 'office/zhejiang');
    expect(await offices('2023-06-14')).toEqual([]);
    expect(await offices('2023-06-20')).toMatchObject([{ happens: { start: '2023-06-15' } }]);
  });

  it('is not loaded twice', async () => {
    const head = await world.head();
    await world.tracker.restart();
    expect(await world.head()).toBe(head);
  });

  withSeeds('has every fact of seed 004 already', async () => {
    const before = (await world.log('announcement.published')).length;
    const text = readFileSync(join(seeds!, digest!), 'utf8');
    const { announcements } = await wicJson<DocumentResult>(world.tracker, ['import', '-'], text);
    const created = announcements.filter(({ outcome }) => outcome === 'published' || outcome === 'review');
    expect(created).toEqual([]);
    expect(announcements.length).toBe(13);
    expect(await world.log('announcement.published')).toHaveLength(before);
  });
});
