import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  EventStoreDBClient,
  NO_STREAM,
  WrongExpectedVersionError,
  eventTypeFilter,
  jsonEvent,
  type ReadableSubscription,
  type StreamingRead,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreStandIn } from './stand-in.js';

describe.each([true, false])('the stand-in for EventStoreDB, BatchAppend %s', (batchAppend) => {
  let server: EventStoreStandIn;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    server = await EventStoreStandIn.start({ batchAppend });
    client = EventStoreDBClient.connectionString(server.connectionString);
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });
  const event = (data = {}, id = randomUUID()) => jsonEvent({ id, type: 'Thing', data });
  const revisionOf = async (append: Promise<{ nextExpectedRevision: bigint }>) =>
    (await append).nextExpectedRevision;

  it('tells the client whether it has BatchAppend', async () => {
    expect(
      await client['supports']({ path: '/event_store.client.streams.Streams/BatchAppend' } as never),
    ).toBe(batchAppend);
  });

  it('takes the same ids with other data for a repeat', async () => {
    const [stream, id] = [randomUUID(), randomUUID()];
    const expectedRevision = NO_STREAM;
    await client.appendToStream(stream, event({ a: 1 }, id), { expectedRevision });
    expect(await revisionOf(client.appendToStream(stream, event({ a: 2 }, id), { expectedRevision }))).toBe(
      0n,
    );
    expect((await firstOf(client.readStream(stream))).event?.data).toEqual({ a: 1 });
    await client.appendToStream(randomUUID(), event({ a: 3 }, id), { expectedRevision });
  });

  it('refuses another revision, and a batch that overlaps in part, in ways of their own', async () => {
    const [stream, id] = [randomUUID(), randomUUID()];
    const append = (events: ReturnType<typeof event>[]) =>
      client.appendToStream(stream, events, { expectedRevision: NO_STREAM });
    await append([event({}, id), event()]);
    await expect(append([event()])).rejects.toBeInstanceOf(WrongExpectedVersionError);
    const overlap = append([event({}, id), event()]);
    await expect(overlap).rejects.toThrow();
    await expect(overlap).rejects.not.toBeInstanceOf(WrongExpectedVersionError);
  });

  it('forgets ids it is given without a revision', async () => {
    const [stream, id] = [randomUUID(), randomUUID()];
    await client.appendToStream(stream, event({}, id));
    expect(await revisionOf(client.appendToStream(stream, event({}, id)))).toBe(0n);
    await client.appendToStream(
      stream,
      Array.from({ length: 200 }, () => event()),
    );
    expect(await revisionOf(client.appendToStream(stream, event({}, id)))).toBe(201n);
  });

  it('includes the position asked for in a read, not in a subscription', async () => {
    const positions: bigint[] = [];
    for (let n = 0; n < 2; n += 1) {
      const { position } = await client.appendToStream(randomUUID(), event());
      positions.push(position?.commit ?? 0n);
    }
    const [first = 0n, second = 0n] = positions;
    const fromPosition = { commit: first, prepare: first };
    const read = await firstOf(client.readAll({ fromPosition, maxCount: 1 }));
    expect(read.event?.position.commit).toBe(first);
    const subscription = client.subscribeToAll({ fromPosition });
    const live = await firstOf(subscription);
    expect(live.event?.position.commit).toBe(second);
  });

  it('tells a filtered subscription its position only every 32 events', async () => {
    const checkpoints: bigint[] = [];
    const start = (await client.appendToStream(randomUUID(), event())).position ?? {
      commit: 0n,
      prepare: 0n,
    };
    const filter = eventTypeFilter({
      prefixes: ['Never'],
      checkpointReached: (_, position) => void checkpoints.push(position.commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: start, filter });
    subscription.on('error', () => undefined).resume();
    for (let n = 0; n < 40; n += 1) await client.appendToStream(randomUUID(), event());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(checkpoints).toHaveLength(1);
    await subscription.unsubscribe();
  });

  it('keeps its log over kill and restart', async () => {
    const stream = randomUUID();
    await client.appendToStream(stream, event({ kept: true }));
    await server.kill();
    await server.restart();
    await client.appendToStream(stream, event()).catch(() => undefined);
    const again = EventStoreDBClient.connectionString(server.connectionString);
    expect((await firstOf(again.readStream(stream))).event?.data).toEqual({ kept: true });
    await again.dispose();
  });
});

/** The first event; the stream is ended properly, since the client's `dispose` waits for that. */
async function firstOf<T>(source: StreamingRead<T> | ReadableSubscription<T>): Promise<T> {
  const [item] = (await once(source, 'data')) as [T];
  source.resume();
  await ('cancel' in source ? source.cancel() : source.unsubscribe());
  return item;
}
