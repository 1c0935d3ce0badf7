import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { idempotencyMigrations } from './idempotency.migrations.js';
import { IdempotencyStore, type Begun, type IdempotentSlot } from './idempotency-store.js';

let test: TestDatabase;
let store: IdempotencyStore;
let requests = 0;
const fresh = () => ({
  keyId: 'k',
  route: 'POST /v1/documents',
  idempotencyKey: `i${++requests}`,
  body: '{"a":1}',
});
const answer = { status: 201, headers: { 'wic-position': '7' }, body: { text: 'nul \u0000 乌镇' } };
const slotOf = (begun: Begun): IdempotentSlot => {
  if (begun.state !== 'new') throw new Error(`Expected new, got ${begun.state}.`);
  return begun.slot;
};
beforeAll(async () => {
  test = await createTestDatabase(idempotencyMigrations);
  store = new IdempotencyStore(test.database);
});
afterAll(() => test.drop());

describe('IdempotencyStore', () => {
  it('lets one of many through, and gives the others its answer once there is one', async () => {
    const request = fresh();
    const all = await Promise.all(Array.from({ length: 8 }, () => store.begin(request)));
    expect(all.map(({ state }) => state).sort()).toEqual([...Array<string>(7).fill('in_flight'), 'new']);
    await store.finish(slotOf(all.find(({ state }) => state === 'new') as Begun), answer);
    expect(await store.begin(request)).toEqual({ state: 'done', answer });
  });

  it('refuses another body, and takes another asker, route or key for another request', async () => {
    const request = fresh();
    await store.begin(request);
    expect(await store.begin({ ...request, body: '{"a":2}' })).toEqual({ state: 'other_body' });
    for (const other of [{ keyId: 'l' }, { route: 'POST /v1/sources' }, { idempotencyKey: 'other' }])
      expect((await store.begin({ ...request, ...other })).state).toBe('new');
  });

  it('may be tried again after it was abandoned', async () => {
    const request = fresh();
    await store.abandon(slotOf(await store.begin(request)));
    expect((await store.begin({ ...request, body: '{"a":2}' })).state).toBe('new');
  });

  it('repeats an attempt that died under the same operation, and then ignores the dead one', async () => {
    const request = fresh();
    const dead = slotOf(await store.begin(request));
    await test.database.query("UPDATE idempotent_answers SET attempt_at = now() - interval '3 minutes'");
    expect((await store.begin({ ...request, body: 'other' })).state).toBe('other_body');
    const second = slotOf(await store.begin(request));
    expect(second.operationId).toBe(dead.operationId);
    await store.finish(dead, { status: 500, body: 'late' });
    await store.abandon(dead);
    expect(await store.begin(request)).toEqual({ state: 'in_flight' });
    await store.finish(second, answer);
    expect(await store.begin(request)).toEqual({ state: 'done', answer });
  });

  it('forgets after 24 hours: as a new operation, pruned or not', async () => {
    const request = fresh();
    const first = slotOf(await store.begin(request));
    await store.finish(first, answer);
    await test.database.query("UPDATE idempotent_answers SET first_at = now() - interval '25 hours'");
    const again = slotOf(await store.begin(request));
    expect(again.operationId).not.toBe(first.operationId);
    expect(await store.prune()).toBeGreaterThan(0);
    expect(await store.begin(request)).toEqual({ state: 'in_flight' });
  });
});
