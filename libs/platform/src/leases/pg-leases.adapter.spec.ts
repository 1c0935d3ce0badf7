import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { PostgresDatabase } from '../database/postgres.database.js';
import { leasesMigrations } from './leases.migrations.js';
import { RENEW } from './leases.queries.js';
import { LeaseLostError, fence, type Lease } from './leases.port.js';
import { PgLeases } from './pg-leases.adapter.js';

const TTL = 600;
const never = new AbortController().signal;
let test: TestDatabase;
let names = 0;
const fresh = () => `lease-${++names}`;
const leases = (ttlMs = TTL, renewMs = 100) => new PgLeases(test.database, { ttlMs, renewMs });
/** A holder that never renews, as if its process were dead. */
const dying = (ttlMs = 200) => leases(ttlMs, 3_600_000);

beforeAll(async () => {
  test = await createTestDatabase(leasesMigrations);
});
afterAll(() => test.drop());

async function held(from: PgLeases, name: string): Promise<Lease> {
  const lease = await from.tryHold(name);
  if (!lease) throw new Error(`Nobody should hold ${name}.`);
  return lease;
}

describe('PgLeases', () => {
  it('lets one holder in, however many ask at once', async () => {
    const name = fresh();
    const answers = await Promise.all(Array.from({ length: 20 }, () => leases().tryHold(name)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await leases().tryHold(name)).toBeNull();
  });

  it('takes, keeps and gives back many at once, each for itself', async () => {
    const names = Array.from({ length: 50 }, fresh);
    const taken = await held(leases(), names[7]!);
    const mine = leases();
    const all = await Promise.all(names.map((name) => mine.tryHold(name)));
    expect(all.map((lease) => lease === null)).toEqual(names.map((name) => name === taken.name));
    await sleep(TTL * 2);
    expect(all.filter((lease) => lease?.signal.aborted)).toEqual([]);
    await Promise.all(all.map((lease) => lease?.release()));
    const again = await Promise.all(names.map((name) => leases().tryHold(name)));
    expect(again.filter((lease) => lease === null)).toHaveLength(1);
    await Promise.all([taken, ...again].map((lease) => lease?.release()));
  });

  it('ends them all for who knows that the holders are dead, and goes on counting tokens', async () => {
    const lease = await held(dying(60_000), fresh());
    await leases().endAll();
    const next = await held(leases(), lease.name);
    expect(BigInt(next.token)).toBeGreaterThan(BigInt(lease.token));
  });

  it('keeps a lease beyond its time to live by renewing it', async () => {
    const lease = await held(leases(), fresh());
    await sleep(TTL * 2);
    expect(await leases().tryHold(lease.name)).toBeNull();
    expect(lease.signal.aborted).toBe(false);
    await lease.release();
  });

  it('passes the lease of a dead holder on with a higher token, and the dead one knows', async () => {
    const lease = await held(dying(), fresh());
    const next = await leases().hold(lease.name, never);
    expect(BigInt(next.token)).toBeGreaterThan(BigInt(lease.token));
    expect(lease.signal.reason).toBeInstanceOf(LeaseLostError);
    await next.release();
  });

  it('wakes who waits when the lease is released, long before they would try again', async () => {
    const slow = leases(60_000);
    const lease = await held(slow, fresh());
    const waiting = slow.hold(lease.name, never);
    await sleep(100);
    const releasedAt = performance.now();
    await lease.release();
    const next = await waiting;
    expect(performance.now() - releasedAt).toBeLessThan(2000);
    expect(lease.signal.aborted).toBe(true);
    await next.release();
  });

  it('is not brought back to life by a renewal that arrives after its release', async () => {
    const lease = await held(leases(60_000), fresh());
    await lease.release();
    await test.database.query(RENEW, [[lease.name], [lease.token], 60_000]);
    await (await held(leases(), lease.name)).release();
  });

  it('rejects a wait with the reason of its signal', async () => {
    const lease = await held(leases(), fresh());
    const stopping = new AbortController();
    const waiting = leases(60_000).hold(lease.name, stopping.signal);
    setTimeout(() => stopping.abort(new Error('shutting down')), 50);
    await expect(waiting).rejects.toThrow('shutting down');
    await lease.release();
  });

  it('gives up by its own clock when the database cannot be reached', async () => {
    const cut = new PostgresDatabase(test.url, { max: 1 });
    const lease = await held(new PgLeases(cut, { ttlMs: 300, renewMs: 50 }), fresh());
    await cut.close();
    await sleep(400);
    expect(lease.signal.reason).toBeInstanceOf(LeaseLostError);
    expect(await leases().tryHold(lease.name)).not.toBeNull();
  });

  it('survives connections that are cut while it is held', async () => {
    const lease = await held(leases(), fresh());
    await test.database
      .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()')
      .catch(() => undefined);
    await sleep(TTL * 1.5);
    expect(lease.signal.aborted).toBe(false);
    await lease.release();
  });
});

describe('fence', () => {
  it('lets the holder commit and refuses a stale token', async () => {
    const stale = await held(dying(50), fresh());
    await test.database.transaction((tx) => fence(tx, stale));
    const next = await leases().hold(stale.name, never);
    const writing = test.database.transaction((tx) => fence(tx, stale));
    await expect(writing).rejects.toThrow(LeaseLostError);
    await test.database.transaction((tx) => fence(tx, next));
  });

  it('keeps an expired lease from passing on until the fenced transaction has ended', async () => {
    const lease = await held(dying(50), fresh());
    const order: string[] = [];
    let next: Promise<Lease> | undefined;
    await test.database.transaction(async (tx) => {
      await fence(tx, lease);
      await sleep(100);
      expect(await leases().tryHold(lease.name)).toBeNull();
      next = leases().hold(lease.name, never);
      void next.then(() => order.push('taken over'));
      await sleep(300);
      order.push('committing');
    });
    await next;
    expect(order).toEqual(['committing', 'taken over']);
  });

  it('does not stand in the way of renewal', async () => {
    const lease = await held(leases(), fresh());
    await test.database.transaction(async (tx) => {
      await fence(tx, lease);
      await sleep(TTL * 2);
    });
    expect(lease.signal.aborted).toBe(false);
    expect(await leases().tryHold(lease.name)).toBeNull();
    await lease.release();
  });
});
