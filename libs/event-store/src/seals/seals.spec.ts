import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { happening, happenings, newStream } from '../contract/contract-store.contract.js';
import { sha256 } from '../hashing/event-hash.js';
import { NO_STREAM } from '../port/event-store.port.js';
import { eventStoreMigrations } from '../postgres/event-store.migrations.js';
import { PgEventStore } from '../postgres/pg-event-store.adapter.js';
import { openLog } from './open-log.js';
import { lastSeal, sealLog } from './seal-log.js';
import { verifyLog } from './verify-log.js';

let test: TestDatabase;
let store: PgEventStore;
beforeEach(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PgEventStore(test.database);
});
afterEach(async () => {
  await store.close();
  await test.drop();
});

const write = (count: number) => store.append(newStream(), NO_STREAM, happenings(count));
/** What somebody with the database's password can do. */
const tamper = (sql: string) =>
  test.database.transaction(async (tx) => {
    await tx.query('ALTER TABLE log_events DISABLE TRIGGER log_is_immutable');
    await tx.query(sql);
    await tx.query('ALTER TABLE log_events ENABLE TRIGGER log_is_immutable');
  });

describe('openLog', () => {
  it('begins an empty log once, however many ask at once', async () => {
    const other = new PgEventStore(test.database);
    const ids = await Promise.all([store, other, store, other].map(openLog));
    expect(new Set(ids).size).toBe(1);
    expect(await openLog(store)).toBe(ids[0]);
    expect(await store.head()).toBe('1');
  });

  it('refuses a log that was never opened', async () => {
    await write(1);
    await expect(openLog(store)).rejects.toThrow('LogOpened');
  });
});

describe('sealLog', () => {
  const DAY = 86_400_000;

  it('seals when enough is new, from the last seal on', async () => {
    await openLog(store);
    await write(8);
    expect(await sealLog(store, { every: 10 })).toBeNull();
    await write(1);
    const first = await sealLog(store, { every: 10 });
    expect(first).toMatchObject({ position: '10', events: 10 });
    expect(await sealLog(store, { every: 10 })).toBeNull();
    await write(10);
    const second = await sealLog(store, { every: 10 });
    expect(second).toMatchObject({ position: '21', events: 21 });
    expect((await lastSeal(store))?.data).toEqual(second);
    expect(await verifyLog(store)).toMatchObject({ problem: null, events: 22, seals: 2 });
  });

  it('seals whatever is new once a day, and nothing when nothing is', async () => {
    await openLog(store);
    await write(1);
    expect(await sealLog(store, { now: Date.now() + DAY / 2 })).toBeNull();
    expect(await sealLog(store, { now: Date.now() + DAY })).toMatchObject({ events: 2 });
    expect(await sealLog(store, { now: Date.now() + 3 * DAY })).toBeNull();
  });

  it('is done once by two sealers at once', async () => {
    await openLog(store);
    await write(10);
    await Promise.all([sealLog(store, { every: 5 }), sealLog(new PgEventStore(test.database), { every: 5 })]);
    expect(await verifyLog(store)).toMatchObject({ problem: null, events: 12, seals: 1 });
  });
});

describe('verifyLog', () => {
  beforeEach(async () => {
    await openLog(store);
    await write(5);
    await sealLog(store, { every: 5 });
    await write(3);
  });

  it('finds nothing wrong with an honest log, and a digest noted elsewhere agrees', async () => {
    const result = await verifyLog(store);
    expect(result).toMatchObject({ problem: null, events: 10, streams: 3, seals: 1, head: '10' });
    const expectedDigest = { position: '10', digest: result.digest };
    await write(2);
    expect((await verifyLog(store, { expectedDigest })).problem).toBeNull();
  });

  it.each([
    ['altered data', `UPDATE log_events SET data = '{"note":"another"}' WHERE position = 4`, '4', 'hash'],
    ['an altered actor', `UPDATE log_events SET actor = 'nobody' WHERE position = 4`, '4', 'hash'],
    ['a removed event', 'DELETE FROM log_events WHERE position = 4', '5', 'follows revision 1'],
    [
      'an altered recording time',
      `UPDATE log_events SET recorded_at = '2030-01-01T00:00:00.000Z' WHERE position = 6`,
      '6',
      'seal',
    ],
    ['an altered flag', 'UPDATE log_events SET backfill = true WHERE position = 2', '6', 'seal'],
    [
      'a removed stream',
      'DELETE FROM log_events WHERE position BETWEEN 2 AND 6',
      '7',
      'a seal covers 6 events',
    ],
  ])('finds %s', async (_case, sql, position, what) => {
    await tamper(sql);
    const { problem } = await verifyLog(store);
    expect(problem?.what).toContain(what);
    expect(problem?.position).toBe(problem?.eventId === null ? '10' : position);
  });

  it('finds a cut tail only by a digest kept elsewhere', async () => {
    const { head: position, digest } = await verifyLog(store);
    await tamper('DELETE FROM log_events WHERE position = 10');
    expect((await verifyLog(store)).problem).toBeNull();
    const { problem } = await verifyLog(store, { expectedDigest: { position, digest } });
    expect(problem).toMatchObject({ position: '9', eventId: null });
  });

  it('finds a log whose whole history was recomputed by a digest kept elsewhere', async () => {
    const expectedDigest = { position: '10', digest: 'ab'.repeat(32) };
    expect((await verifyLog(store, { expectedDigest })).problem).toMatchObject({ position: '10' });
  });

  it('checks archived texts by their hash', async () => {
    const text = '乌镇峰会开幕';
    const data = { contentHash: sha256(text) };
    await store.append(newStream(), NO_STREAM, [happening({ type: 'ItemReceived', data })]);
    expect(await verifyLog(store, { archived: async () => text })).toMatchObject({ problem: null, texts: 1 });
    const altered = await verifyLog(store, { archived: async () => `${text}!` });
    expect(altered.problem).toMatchObject({ position: '11', what: expect.stringContaining('altered') });
    const lost = await verifyLog(store, { archived: async () => null });
    expect(lost.problem).toMatchObject({
      position: '11',
      what: expect.stringContaining('not in the archive'),
    });
  });

  it('goes on being true in a restored copy, whose sealer continues', async () => {
    const copyOf = await createTestDatabase(eventStoreMigrations);
    const copy = new PgEventStore(copyOf.database);
    await copy.restore(store.readAll());
    expect((await verifyLog(copy)).digest).toBe((await verifyLog(store)).digest);
    await copy.append(newStream(), NO_STREAM, happenings(5));
    expect(await sealLog(copy, { every: 5 })).toMatchObject({ events: 15 });
    expect(await verifyLog(copy)).toMatchObject({ problem: null, seals: 2 });
    await copy.close();
    await copyOf.drop();
  });

  it('lets nobody change the log by the way', async () => {
    for (const sql of [
      'UPDATE log_events SET actor = actor',
      'DELETE FROM log_events',
      'TRUNCATE log_events',
    ])
      await expect(test.database.query(sql)).rejects.toThrow('immutable');
  });
});
