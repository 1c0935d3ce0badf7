import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';
import {
  Following,
  collect,
  eventually,
  happening,
  happenings,
  newStream,
} from '../contract/contract-store.contract.js';
import { linkEvents } from '../hashing/link.js';
import { NO_STREAM } from '../port/event-store.port.js';
import { columnsOf } from './appender.js';
import { eventStoreMigrations } from './event-store.migrations.js';
import { PgEventStore } from './pg-event-store.adapter.js';

let test: TestDatabase;
let store: PgEventStore;
const clients: pg.Client[] = [];
beforeAll(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PgEventStore(test.database);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
});
afterAll(async () => {
  await store.close();
  await test.drop();
});

async function transaction(): Promise<pg.Client> {
  const client = new pg.Client(test.url);
  await client.connect();
  clients.push(client);
  await client.query('BEGIN');
  return client;
}

/** Appends as the adapter does, but leaves the commit to the test. */
async function append(client: pg.Client, ids: [string, string]): Promise<string> {
  const stream = newStream();
  const given = ids.map((id) => happening({ id }));
  const events = linkEvents(stream, { revision: NO_STREAM, hash: null }, given);
  const { rows } = await client.query<{ verdict: string }>('SELECT * FROM append_to_log($1, $2, $3)', [
    JSON.stringify([{ batch: 0, stream, expected: NO_STREAM, previous_hash: null }]),
    JSON.stringify(events.map((event) => ({ batch: 0, ...columnsOf(event) }))),
    events.map((event) => event.dataText),
  ]);
  return rows[0]?.verdict ?? '';
}

async function settled(work: Promise<unknown>, withinMs: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs));
  return Promise.race([work.then(() => true), late]);
}

const idsAfter = async (position: string) =>
  (await collect(store.readAll({ from: position }))).map((event) => event.id);

describe('two transactions that append at once', () => {
  it('become visible in the order of their positions: the second waits for the first to commit', async () => {
    const before = await store.head();
    const following = new Following(store, { after: before });
    const [slow, fast] = [await transaction(), await transaction()];
    expect(await append(slow, ['slow-1', 'slow-2'])).toBe('written');
    const second = append(fast, ['fast-1', 'fast-2']).then(() => fast.query('COMMIT'));
    expect(await settled(second, 300)).toBe(false);
    expect(await idsAfter(before)).toEqual([]);
    await slow.query('COMMIT');
    await second;
    const order = ['slow-1', 'slow-2', 'fast-1', 'fast-2'];
    expect(await idsAfter(before)).toEqual(order);
    await eventually(() => following.events.length >= 4);
    expect(following.events.map((event) => event.id)).toEqual(order);
    await following.stop();
  });

  it('leave no gap when the first is rolled back or dies', async () => {
    const before = await store.head();
    for (const end of ['ROLLBACK', 'SELECT pg_terminate_backend(pg_backend_pid())']) {
      const [lost, kept] = [await transaction(), await transaction()];
      lost.on('error', () => undefined);
      await append(lost, [`lost-${end}`, `lost-${end}-2`]);
      const second = append(kept, [`kept-${end}`, `kept-${end}-2`]).then(() => kept.query('COMMIT'));
      await lost.query(end).catch(() => undefined);
      await second;
    }
    const events = await collect(store.readAll({ from: before }));
    expect(events.map((event) => event.id.slice(0, 4))).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect(events.map((event) => Number(event.position) - Number(before))).toEqual([1, 2, 3, 4]);
  });

  it('and a writer whose memory of a stream is out of date is told so, and can go on', async () => {
    const other = new PgEventStore(test.database);
    const stream = newStream();
    await store.append(stream, NO_STREAM, happenings(2));
    await other.append(stream, 1, happenings(1));
    await expect(store.append(stream, 1, happenings(1))).rejects.toMatchObject({ expected: 1, actual: 2 });
    expect(await store.append(stream, 2, happenings(1))).toMatchObject({ revision: 3 });
  });
});
