import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '#testing';
import { archiveMigrations } from './archive.migrations.js';
import { PgArchive } from './pg-archive.adapter.js';

let test: TestDatabase;
let archive: PgArchive;
beforeAll(async () => {
  test = await createTestDatabase(archiveMigrations);
  archive = new PgArchive(test.database);
});
afterAll(() => test.drop());

const soon = () => new Date(Date.now() + 60_000);

describe('PgArchive', () => {
  it('gives every well-formed string back under the hash of its UTF-8 bytes', async () => {
    const anyText = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { hash, length } = await archive.put(text);
        expect(hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(length).toBe(text.length);
        expect(await archive.get(hash)).toBe(text);
      }),
      { numRuns: 60, examples: [['a\u0000b'], [''], ['\uFEFF乌镇'], ['🏮'.repeat(5000)], ['\r\n\t']] },
    );
  });

  it('puts U+FFFD for a lone surrogate and keeps every offset', async () => {
    const { hash, length } = await archive.put('a\uD83Db乌');
    expect(await archive.get(hash)).toBe('a\uFFFDb乌');
    expect(length).toBe(4);
    expect((await archive.put('a\uFFFDb乌')).hash).toBe(hash);
  });

  it('stores a text once, also when two put it at the same time', async () => {
    const puts = await Promise.all(Array.from({ length: 8 }, () => archive.put('twice told')));
    const rows = await test.database.query('SELECT 1 FROM archive WHERE hash = $1', [puts[0]?.hash]);
    expect(rows).toHaveLength(1);
  });

  it('takes part in a transaction', async () => {
    let hash = '';
    const failing = test.database.transaction(async (tx) => {
      hash = (await archive.put('rolled back', tx)).hash;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await archive.get(hash)).toBeNull();
  });

  it('forgets only what was never kept', async () => {
    const passing = await archive.putUnreferenced('about something else');
    const kept = await archive.putUnreferenced('about the conference after all');
    await archive.put('about the conference after all');
    await archive.putUnreferenced('about the conference after all');
    expect(await archive.forgetUnreferenced(new Date(Date.now() - 60_000))).toBe(0);
    expect(await archive.forgetUnreferenced(soon())).toBe(1);
    expect(await archive.get(passing.hash)).toBeNull();
    expect(await archive.get(kept.hash)).toBe('about the conference after all');
  });

  it('keeps a text that is put for good while it is being forgotten', async () => {
    const { hash } = await archive.putUnreferenced('just in time');
    let forgetting: Promise<number> | undefined;
    await test.database.transaction(async (tx) => {
      await archive.put('just in time', tx);
      forgetting = archive.forgetUnreferenced(soon());
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await forgetting).toBe(0);
    expect(await archive.get(hash)).toBe('just in time');
  });
});
