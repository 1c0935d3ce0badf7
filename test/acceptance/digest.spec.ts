import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DocumentResult } from '#client';
import { wicJson } from './harness/wic.js';
import { World } from './harness/world.js';
import { DIGEST, DIGEST_SECTIONS } from './texts/digest.js';

jest.setTimeout(120_000);

const corpus = process.env['WIC_CORPUS'];
const seeds = corpus === undefined ? null : join(dirname(corpus), 'seeds');
const seedFiles =
  seeds !== null && existsSync(seeds) ? readdirSync(seeds).filter((name) => name.endsWith('.txt')) : [];
const withSeeds = seedFiles.length > 0 ? it : it.skip;
const seed = (prefix: string) =>
  readFileSync(
    join(
      seeds!,
      seedFiles.find((name) => name.startsWith(prefix))!,
    ),
    'utf8',
  );

const importing = (world: World, text: string) =>
  wicJson<DocumentResult>(world.tracker, ['import', '-'], text);
/** Kinds with the day on which each began, sorted. */
const facts = (rows: { kind: string; day: string | null }[]) =>
  rows.map(({ kind, day }) => `${kind} ${day ?? '-'}`).sort();
const factsOf = async (world: World) =>
  facts((await world.all()).map(({ kind, happens }) => ({ kind, day: happens?.start ?? null })));

describe('a digest of thirteen facts, by wic import', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world?.close());

  it('makes thirteen announcements, each of its kind and day', async () => {
    const { relevant, announcements } = await importing(world, DIGEST);
    expect(relevant).toBe(true);
    expect(announcements.map(({ outcome }) => outcome)).toEqual(Array(13).fill('published'));
    expect(await factsOf(world)).toEqual(facts(DIGEST_SECTIONS));
    expect(await world.all({ kind: 'competition_registration' })).toMatchObject([
      { announcedAtBasis: 'document', announcedAtPrecision: 'day' },
    ]);
  });

  it('is known when it is imported again', async () => {
    const head = await world.head();
    expect(await importing(world, DIGEST)).toMatchObject({ outcome: 'known' });
    expect(await world.head()).toBe(head);
  });
});

describe('the seeds', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world?.close());

  withSeeds('seed 004 makes thirteen announcements', async () => {
    const { announcements } = await importing(world, seed('004'));
    expect(announcements.map(({ outcome }) => outcome)).toEqual(Array(13).fill('published'));
    expect(await factsOf(world)).toEqual(facts(DIGEST_SECTIONS));
    expect((await world.all({ kind: 'competition_registration' }))[0]).toMatchObject({
      announcedAtBasis: 'document',
    });
    expect(await importing(world, seed('004'))).toMatchObject({ outcome: 'known' });
  });

  withSeeds('each of the others is read, and again changes nothing', async () => {
    const found: Record<string, string> = {};
    for (const name of seedFiles) {
      const { relevant, announcements } = await importing(world, seed(name));
      expect(relevant).toBe(true);
      found[name] = announcements.map(({ outcome }) => outcome).join(' ');
    }
    const head = await world.head();
    for (const name of seedFiles)
      expect(await importing(world, seed(name))).toMatchObject({ outcome: 'known' });
    expect(await world.head()).toBe(head);
    process.stderr.write(`Announcements found per seed: ${JSON.stringify(found, null, 1)}\n`);
  });
});
