import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#testing';
import {
  Following,
  collect,
  eventually,
  happening,
  happenings,
  idsOf,
  newStream,
} from '../contract/contract-store.contract.js';
import { expectRising } from '../contract/order.contract.js';
import { canonicalJson } from '../hashing/canonical.js';
import {
  EventConflictError,
  EventStoreUnavailableError,
  LOG_START,
  NO_STREAM,
} from '../port/event-store.port.js';
import { EsdbEventStore } from './esdb-event-store.adapter.js';
import { storeOnStandIn, type StandInStore } from './on-stand-in.fixture.js';

describe('EsdbEventStore and its server', () => {
  let on: StandInStore;
  let raw: EventStoreDBClient;
  beforeAll(async () => {
    on = await storeOnStandIn(false);
    raw = EventStoreDBClient.connectionString(on.server.connectionString);
  });
  afterAll(async () => {
    await raw.dispose();
    await on.close();
  });
  const write = async (count = 1) => {
    const stream = newStream();
    const events = happenings(count);
    await on.store.append(stream, NO_STREAM, events);
    return { stream, events, ids: idsOf(events) };
  };

  it("leaves out the server's own events and those of others", async () => {
    const following = new Following(on.store);
    await raw.appendToStream('others', [jsonEvent({ type: 'OthersThing', data: { a: 1 } })]);
    await raw.appendToStream('ours', [jsonEvent({ type: '$system', data: {} })]);
    expect(await on.store.head()).toBe(LOG_START);
    const { ids } = await write(2);
    await raw.appendToStream('others', [
      jsonEvent({ type: 'OthersThing', data: { a: 2 }, metadata: { b: 1 } }),
    ]);
    const all = await collect(on.store.readAll());
    expect(idsOf(all)).toEqual(ids);
    expect(await on.store.head()).toBe(all.at(-1)?.position);
    await eventually(() =>
      following.messages.some((m) => m.kind === 'caughtUp' && m.position === all.at(-1)?.position),
    );
    expect(idsOf(following.events)).toEqual(ids);
    await following.stop();
  });

  it('keeps positions that no JavaScript number can hold', async () => {
    await write();
    const head = await on.store.head();
    expect(BigInt(head)).toBeGreaterThan(2n ** 53n);
    expect(await collect(on.store.readAll({ from: head }))).toEqual([]);
  });

  it('stores the canonical text that was hashed, whatever the names', async () => {
    const data = { 9: 'nine', 10: 'ten', b: { z: 1, a: 'ü' } };
    const stream = newStream();
    await on.store.append(stream, NO_STREAM, [happening({ data })]);
    const records = await collect(raw.readStream(stream));
    expect(Buffer.from(records[0]?.event?.data as Uint8Array).toString()).toBe(canonicalJson(data));
    expect((await collect(on.store.readStream(stream)))[0]?.data).toEqual(data);
  });

  it('records nothing before what stands in front of it, though the clock of the server runs backwards', async () => {
    await write();
    await on.server.setClock(-3_600_000);
    const stream = newStream();
    await on.store.append(stream, NO_STREAM, happenings(2));
    await Promise.all(Array.from({ length: 10 }, () => write()));
    const all = await collect(on.store.readAll());
    expectRising(all);
    expect(await collect(on.store.readStream(stream))).toEqual(
      all.filter((event) => event.stream === stream),
    );
    await on.server.setClock(0);
    await write();
    expectRising(await collect(on.store.readAll()));
  });

  it('refuses a batch that is larger than the server takes, and takes it in parts', async () => {
    const stream = newStream();
    const half = () => happening({ data: { text: 'x'.repeat(700_000) } });
    const [first, second] = [half(), half()];
    const refused = on.store.append(stream, NO_STREAM, [first, second]);
    await expect(refused).rejects.toBeInstanceOf(EventConflictError);
    await expect(refused).rejects.toThrow('1 MiB');
    await on.store.append(stream, NO_STREAM, [first]);
    expect((await on.store.append(stream, 0, [second])).revision).toBe(1);
  });

  it('finds the leader of a cluster by gossip', async () => {
    const discovering = on.server.connectionString.replace('esdb:', 'esdb+discover:');
    const store = new EsdbEventStore(discovering);
    expect(await store.head()).toBe(await on.store.head());
    await store.close();
  });

  it('writes once what was being appended while the server was killed, again and again', async () => {
    const following = new Following(on.store, { after: await on.store.head() });
    const work = Array.from({ length: 30 }, () => ({ stream: newStream(), events: happenings(2) }));
    const finished = Promise.all(
      work.map(async ({ stream, events }) => {
        for (let tries = 0; tries < 50; tries += 1) {
          const result = await on.store.append(stream, NO_STREAM, events).catch(onlyUnavailable);
          if (result) return result;
        }
        throw new Error('The server did not come back.');
      }),
    );
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await on.server.kill();
      await on.server.restart();
    }
    await finished;
    await eventually(() => following.events.length >= 60);
    for (const { stream, events } of work)
      expect(idsOf(await collect(on.store.readStream(stream)))).toEqual(idsOf(events));
    expect(new Set(idsOf(following.events)).size).toBe(60);
    expect(following.events).toHaveLength(60);
    await following.stop();
  }, 60_000);

  it('notices a server that froze, says so, and follows the one started in its place', async () => {
    const following = new Following(on.store, { after: await on.store.head() });
    await eventually(() => following.messages.length > 0);
    on.server.freeze();
    const begun = Date.now();
    await new Following(on.store).stop();
    expect(Date.now() - begun).toBeLessThan(2000);
    await expect(on.store.append(newStream(), NO_STREAM, [happening()])).rejects.toBeInstanceOf(
      EventStoreUnavailableError,
    );
    expect(Date.now() - begun).toBeLessThan(15_000);
    await on.server.kill();
    await on.server.restart();
    const { ids } = await write(2);
    await eventually(() => following.events.length >= 2);
    expect(idsOf(following.events)).toEqual(ids);
    await following.stop();
  }, 60_000);
});

function onlyUnavailable(error: unknown): undefined {
  if (!(error instanceof EventStoreUnavailableError)) throw error;
}

describe('EsdbEventStore without a server', () => {
  it('names EVENTSTORE_URL, the cause and the cure, and no password, within seconds', async () => {
    const port = await freePort();
    const store = new EsdbEventStore(`esdb://admin:hidden@127.0.0.1:${port}?tls=false`);
    const begun = Date.now();
    const tries = [
      () => store.head(),
      () => store.append(newStream(), NO_STREAM, [happening()]),
      () => collect(store.readAll()),
      () => collect(store.readStream('any')),
      () => store.restore((async function* () {})()),
    ];
    for (const outcome of await Promise.allSettled(tries.map((attempt) => attempt()))) {
      if (outcome.status === 'fulfilled') throw new Error('It cannot have succeeded.');
      expect(outcome.reason).toBeInstanceOf(EventStoreUnavailableError);
      expect(outcome.reason.message).toContain(`127.0.0.1:${port} (EVENTSTORE_URL) cannot be reached`);
      expect(outcome.reason.message).toMatch(
        /(ECONNREFUSED|No connection).*start the server, or correct EVENTSTORE_URL/s,
      );
      expect(outcome.reason.message).not.toContain('hidden');
    }
    expect(Date.now() - begun).toBeLessThan(8000);
    await store.close();
  });

  it('refuses a malformed connection string', () => {
    expect(() => new EsdbEventStore('http://127.0.0.1')).toThrow('EVENTSTORE_URL is no connection string');
  });
});
