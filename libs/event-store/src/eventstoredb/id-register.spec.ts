import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { happening, newStream } from '../contract/contract-store.contract.js';
import { EventConflictError, NO_STREAM } from '../port/event-store.port.js';
import { storeOnStandIn, type StandInStore } from './on-stand-in.fixture.js';

describe('an id that was claimed by a writer who died', () => {
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
  const claimed = async () => {
    const event = happening();
    const claim = { stream: newStream(), revision: 0, after: -1 };
    await raw.appendToStream(`wicid-${event.id}`, [
      jsonEvent({ type: '$wic-id', data: claim, metadata: { notBefore: '' } }),
    ]);
    return { event, stream: claim.stream };
  };

  it('can still be written where it was meant to be', async () => {
    const { event, stream } = await claimed();
    expect(await on.store.append(stream, NO_STREAM, [event])).toMatchObject({ repeated: false });
    expect(await on.store.append(stream, NO_STREAM, [event])).toMatchObject({ repeated: true });
  });

  it('can be written elsewhere only when the claim can no longer come true', async () => {
    const { event, stream } = await claimed();
    const elsewhere = newStream();
    const tooEarly = on.store.append(elsewhere, NO_STREAM, [event]);
    await expect(tooEarly).rejects.toThrow('just being written');
    await on.store.append(stream, NO_STREAM, [happening()]);
    expect(await on.store.append(elsewhere, NO_STREAM, [event])).toMatchObject({ repeated: false });
    await expect(on.store.append(stream, 0, [event])).rejects.toBeInstanceOf(EventConflictError);
    expect(await on.store.append(elsewhere, NO_STREAM, [event])).toMatchObject({ repeated: true });
  });

  it('can be written elsewhere a minute later', async () => {
    await on.server.setClock(-61_000);
    const { event } = await claimed();
    await on.server.setClock(0);
    expect(await on.store.append(newStream(), NO_STREAM, [event])).toMatchObject({ repeated: false });
  });

  it('goes to one stream only when two writers want it for two', async () => {
    const other = await on.reopen();
    const event = happening();
    const streams = Array.from({ length: 6 }, newStream);
    const outcomes = await Promise.allSettled(
      streams.map((stream, n) => (n % 2 ? other : on.store).append(stream, NO_STREAM, [event])),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(EventConflictError);
  });
});
