import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing';
import { Keyring, loadKeyring, newKeyLine } from './keyring.js';
import { PgSecrets } from './pg-secrets.adapter.js';
import { secretsMigrations } from './secrets.migrations.js';

let test: TestDatabase;
const old = `old: ${randomBytes(32).toString('base64')}`;
const young = `young: ${randomBytes(32).toString('base64')}`;
const secretsWith = (text: string) => new PgSecrets(test.database, Keyring.parse(text, 'spec'));
beforeAll(async () => {
  test = await createTestDatabase(secretsMigrations);
});
afterAll(() => test.drop());

describe('PgSecrets', () => {
  it('opens what was sealed, replaces it, and shreds it', async () => {
    const secrets = secretsWith(old);
    await secrets.seal('webhook/1', { key: 'whsec_abc', 城: '乌镇' });
    expect(await secrets.open('webhook/1')).toEqual({ key: 'whsec_abc', 城: '乌镇' });
    await secrets.seal('webhook/1', ['new']);
    expect(await secrets.open('webhook/1')).toEqual(['new']);
    const [row] = await test.database.query('SELECT * FROM secrets');
    expect(Buffer.concat(Object.values(row ?? {}).filter(Buffer.isBuffer)).toString('latin1')).not.toContain(
      'new',
    );
    await secrets.shred('webhook/1');
    expect(await secrets.open('webhook/1')).toBeNull();
    expect(await test.database.query('SELECT 1 FROM secrets')).toEqual([]);
  });

  it.each(['wrapped_key', 'sealed'])('says so when %s was altered by one bit', async (column) => {
    const secrets = secretsWith(old);
    await secrets.seal('altered', 'value');
    await test.database.query(
      `UPDATE secrets SET ${column} = set_bit(${column}, 230, 1 - get_bit(${column}, 230)) WHERE ref = 'altered'`,
    );
    await expect(secrets.open('altered')).rejects.toThrow(/altered.*altered, or sealed by another keyring/);
    await secrets.shred('altered');
  });

  it('does not open one secret under the name of another', async () => {
    const secrets = secretsWith(old);
    await secrets.seal('mine', 'value');
    await test.database.query("UPDATE secrets SET ref = 'yours' WHERE ref = 'mine'");
    await expect(secrets.open('yours')).rejects.toThrow('cannot be opened');
    await secrets.shred('yours');
  });

  it('rewraps with the newest key, after which the old one may go', async () => {
    for (let n = 0; n < 3; n++) await secretsWith(old).seal(`s/${n}`, n);
    await expect(secretsWith(young).open('s/0')).rejects.toThrow('no key "old"');
    const both = secretsWith(`# rotated\n${old}\n${young}\n`);
    expect(await both.open('s/1')).toBe(1);
    expect(await both.rewrap()).toBe(3);
    expect(await both.rewrap()).toBe(0);
    expect(await secretsWith(young).open('s/2')).toBe(2);
  });
});

describe('loadKeyring', () => {
  it('makes a private file once, also for several at once, and reads it again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyring-'));
    const file = join(folder, 'data', 'keyring');
    const rings = await Promise.all([1, 2, 3, 4].map(() => loadKeyring({ file })));
    expect(new Set(rings.map((ring) => ring.key(ring.newest)?.toString('hex'))).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o644);
    expect((await loadKeyring({ file })).newest).toBe(rings[0]?.newest);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it('prefers the given value and refuses a bad one without repeating it', async () => {
    const [id, key] = newKeyLine().split(': ');
    const ring = await loadKeyring({ value: JSON.stringify({ [id ?? '']: key }), file: '/nowhere/keyring' });
    expect(ring.newest).toBe(id);
    for (const value of ['{"a": "c2hvcnQ="}', 'hunter2hunter2', '{', '{}', 'a: c2hvcnQ='])
      await expect(loadKeyring({ value, file: '' })).rejects.toThrow(
        /^SECRETS_KEYRING(?!.*(hunter2|c2hvcnQ))/,
      );
  });
});
