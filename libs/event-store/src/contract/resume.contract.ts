import { describe, expect, it } from '@jest/globals';
import { EventStoreUnavailableError, NO_STREAM } from '../port/event-store.port.js';
import {
  Following,
  collect,
  eventually,
  happenings,
  idsOf,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';
import type { ContractLimits } from './event-store.contract.js';

export function resumeContract(makeStore: MakeStore, limits: ContractLimits): void {
  const group = limits.withoutFaults ? describe.skip : describe;
  group('when the server fails', () => {
    const use = useStore(makeStore);
    const write = async (count: number) => {
      const events = happenings(count);
      await use().store.append(newStream(), NO_STREAM, events);
      return idsOf(events);
    };

    it('subscriptions resume after it was killed and restarted, each event once', async () => {
      const { store, faults } = use();
      if (!faults) throw new Error('Without faults, say withoutFaults.');
      const written = await write(20);
      const following = new Following(store);
      const filtered = new Following(store, { types: ['ThingHappened'] });
      await eventually(() => following.events.length >= 20);
      for (let round = 0; round < 2; round += 1) {
        await faults.kill();
        await faults.restart();
        written.push(...(await retried(() => write(5))));
      }
      await eventually(() => following.events.length >= 30 && filtered.events.length >= 30, 'resumed');
      written.push(...(await write(3)));
      await eventually(() => following.events.length >= 33 && filtered.events.length >= 33, 'live again');
      expect(idsOf(following.events)).toEqual(idsOf(await collect(store.readAll())));
      expect(idsOf(filtered.events)).toEqual(idsOf(following.events));
      expect(idsOf(following.events)).toEqual(expect.arrayContaining(written));
      await Promise.all([following.stop(), filtered.stop()]);
    }, 90_000);

    it('subscriptions go on after it was frozen, and what was being appended is there once', async () => {
      const { store, faults } = use();
      if (!faults) throw new Error('Without faults, say withoutFaults.');
      const after = await store.head();
      const following = new Following(store, { after });
      await eventually(() => following.messages.length > 0);
      await faults.freeze();
      const stream = newStream();
      const batch = happenings(4);
      const pending = store.append(stream, NO_STREAM, batch).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await faults.thaw();
      await pending;
      await retried(() => store.append(stream, NO_STREAM, batch));
      await eventually(() => following.events.length >= 4);
      expect(idsOf(await collect(store.readStream(stream)))).toEqual(idsOf(batch));
      expect(idsOf(following.events)).toEqual(idsOf(batch));
      await following.stop();
    }, 90_000);

    it('an append says that it is unavailable, and may be repeated afterwards', async () => {
      const { store, faults } = use();
      if (!faults) throw new Error('Without faults, say withoutFaults.');
      await faults.kill();
      const stream = newStream();
      const batch = happenings(2);
      await expect(store.append(stream, NO_STREAM, batch)).rejects.toBeInstanceOf(EventStoreUnavailableError);
      await faults.restart();
      await retried(() => store.append(stream, NO_STREAM, batch));
      expect(idsOf(await collect(store.readStream(stream)))).toEqual(idsOf(batch));
    }, 90_000);

    it('a subscription ends when it is told to, although the server is gone', async () => {
      const { store, faults } = use();
      if (!faults) throw new Error('Without faults, say withoutFaults.');
      const following = new Following(store);
      await eventually(() => following.messages.length > 0);
      await faults.kill();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const begun = Date.now();
      await following.stop();
      expect(Date.now() - begun).toBeLessThan(2000);
      await faults.restart();
    }, 90_000);
  });
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
