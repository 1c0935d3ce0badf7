import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ApiKeys } from './api-keys.js';
import { keysMigrations } from './keys.migrations.js';
import { grants } from './scopes.js';

let test: TestDatabase;
let keys: ApiKeys;
beforeAll(async () => {
  test = await createTestDatabase(keysMigrations);
  keys = new ApiKeys(test.database);
});
afterAll(() => test.drop());

describe('ApiKeys', () => {
  it('knows the holder of a key it made, and nobody by anything else', async () => {
    const made = await keys.create({ name: 'reader', scopes: ['webhooks:read', 'webhooks:read'] });
    expect(made.key).toMatch(/^wic_[\w-]{43}$/);
    expect(await keys.verify(made.key)).toEqual({ id: made.id, name: 'reader', scopes: ['webhooks:read'] });
    for (const wrong of ['', made.key.slice(0, -1), `${made.key}x`, made.prefix, made.id, '乌镇'])
      expect(await keys.verify(wrong)).toBeNull();
  });

  it('keeps no key in clear', async () => {
    const { key, prefix } = await keys.create({ name: 'clear', scopes: ['admin'] });
    const rows = JSON.stringify(
      await test.database.query("SELECT *, encode(hash, 'escape') e FROM api_keys"),
    );
    expect(rows).not.toContain(key.slice(prefix.length));
    expect((await keys.list())[0]).toMatchObject({
      name: 'clear',
      prefix: key.slice(0, 12),
      revokedAt: null,
    });
    expect(JSON.stringify(await keys.list())).not.toContain('hash');
  });

  it('refuses a revoked key at once here and within 5 s elsewhere', async () => {
    const elsewhere = new ApiKeys(test.database);
    const { id, key } = await keys.create({ name: 'gone', scopes: ['admin'] });
    expect(await keys.verify(key)).not.toBeNull();
    expect(await elsewhere.verify(key)).not.toBeNull();
    expect(await keys.revoke(id)).toBe(true);
    const revoked = Date.now();
    expect(await keys.verify(key)).toBeNull();
    while ((await elsewhere.verify(key)) !== null) {
      expect(Date.now() - revoked).toBeLessThan(5000);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await keys.revoke('unknown')).toBe(false);
  });

  it('refuses an expired key even while it is remembered', async () => {
    let now = Date.now();
    const clocked = new ApiKeys(test.database, () => now);
    const expiresAt = new Date(now + 60_000).toISOString();
    const { key } = await clocked.create({ name: 'brief', scopes: ['admin'], expiresAt });
    expect(await clocked.verify(key)).not.toBeNull();
    now += 60_000;
    expect(await clocked.verify(key)).toBeNull();
    await expect(clocked.create({ name: 'past', scopes: ['admin'], expiresAt })).rejects.toThrow('expiresAt');
  });

  it('makes the first admin key once, however many start at once', async () => {
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => new ApiKeys(test.database).ensureFirst()));
    const [first] = made.filter((each) => each !== null);
    expect(made.filter((each) => each !== null)).toHaveLength(1);
    expect((await keys.verify(first?.key ?? ''))?.scopes).toEqual(['admin']);
    await keys.revoke(first?.id ?? '');
    expect(await keys.ensureFirst()).toBeNull();
  });

  it('accepts a given admin key without storing it, and refuses a short one', async () => {
    const given = 'correct horse battery staple 1';
    const own = new ApiKeys(test.database);
    own.useGiven(given);
    expect(await own.verify(given)).toEqual({ id: 'given', name: 'WIC_ADMIN_KEY', scopes: ['admin'] });
    expect(await keys.verify(given)).toBeNull();
    expect(JSON.stringify(await keys.list())).not.toContain('given');
    expect(() => own.useGiven('x'.repeat(23))).toThrow('WIC_ADMIN_KEY');
  });

  it('says what is wrong with scopes and names', async () => {
    await expect(keys.create({ name: 'x', scopes: ['everything'] })).rejects.toThrow('scopes must be');
    await expect(keys.create({ name: 'x', scopes: [] })).rejects.toThrow('scopes must be');
    await expect(keys.create({ name: ' ', scopes: ['admin'] })).rejects.toThrow('name');
  });
});

describe('grants', () => {
  it('lets admin do everything and others only what they hold', () => {
    expect(grants(['admin'], 'webhooks:write')).toBe(true);
    expect(grants(['webhooks:write'], 'webhooks:write')).toBe(true);
    expect(grants(['webhooks:write'], 'webhooks:read')).toBe(false);
  });
});
