import { describe, expect, it } from '@jest/globals';
import { EventConflictError, NO_STREAM, type EventToAppend } from '../port/event-store.port.js';
import {
  collect,
  happening,
  happenings,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';
import type { ContractLimits } from './event-store.contract.js';

export function repeatContract(makeStore: MakeStore, limits: ContractLimits): void {
  describe('a repeated append', () => {
    const use = useStore(makeStore);

    /** A stream of three events, the first two of them one batch. */
    async function written() {
      const { store } = use();
      const stream = newStream();
      const batch = happenings(2, { data: { z: 1, a: ['乌镇', { y: null, b: 0.1 }] } });
      const first = await store.append(stream, NO_STREAM, batch);
      return { store, stream, batch, first };
    }

    async function expectConflict(events: (batch: EventToAppend[]) => EventToAppend[], expected = NO_STREAM) {
      const { store, stream, batch } = await written();
      const head = await store.head();
      await expect(store.append(stream, expected, events(batch))).rejects.toBeInstanceOf(EventConflictError);
      expect(await store.head()).toBe(head);
    }

    it('returns the first result and writes nothing', async () => {
      const { store, stream, batch, first } = await written();
      expect(await store.append(stream, NO_STREAM, batch)).toEqual({ ...first, repeated: true });
      expect(await store.head()).toBe(first.position);
    });

    it('returns the first result to a writer that has no memory of it', async () => {
      const { stream, batch, first } = await written();
      const again = await use().reopen?.();
      if (!again) return;
      expect(await again.append(stream, NO_STREAM, batch)).toEqual({ ...first, repeated: true });
    });

    it('returns the first result when the stream has moved on', async () => {
      const { store, stream, batch, first } = await written();
      const second = happenings(2);
      const later = await store.append(stream, 1, second);
      await store.append(stream, 3, [happening()]);
      expect(await store.append(stream, NO_STREAM, batch)).toEqual({ ...first, repeated: true });
      expect(await store.append(stream, 1, second)).toEqual({ ...later, repeated: true });
    });

    it('is recognised before the expected revision is looked at', async () => {
      const { store, stream, batch, first } = await written();
      expect(await store.append(stream, 1, batch)).toEqual({ ...first, repeated: true });
      expect(await store.append(stream, 9, batch)).toEqual({ ...first, repeated: true });
    });

    it('is recognised when both attempts run at once', async () => {
      const { store, reopen } = use();
      const other = (await reopen?.()) ?? store;
      const stream = newStream();
      const batch = happenings(3);
      const results = await Promise.all(
        [store, other, store, other].map((each) => each.append(stream, NO_STREAM, batch)),
      );
      expect(new Set(results.map((result) => result.position)).size).toBe(1);
      expect(results.filter((result) => !result.repeated)).toHaveLength(1);
      expect(await collect(store.readStream(stream))).toHaveLength(3);
    });

    it('knows the same data whatever the order of its members', async () => {
      const { store, stream, batch, first } = await written();
      const turned = batch.map((event) => ({ ...event, data: { a: ['乌镇', { b: 0.1, y: null }], z: 1 } }));
      expect(await store.append(stream, NO_STREAM, turned)).toEqual({ ...first, repeated: true });
    });

    it('is refused when it overlaps in part', () => expectConflict((batch) => [...batch, happening()]));
    it('is refused when a new event comes first', () =>
      expectConflict((batch) => [happening(), ...batch.slice(1)]));
    it('is refused when it overlaps in part at the right revision', () =>
      expectConflict((batch) => [...batch.slice(1), happening()], 1));
    it('is refused in another order', () => expectConflict((batch) => batch.toReversed()));
    it('is refused with other data', () =>
      expectConflict((batch) => batch.map((event) => ({ ...event, data: { z: 2 } }))));
    it('is refused with other data at the right revision', () =>
      expectConflict((batch) => batch.map((event) => ({ ...event, data: { z: 2 } })), 1));
    it('is refused with another type', () =>
      expectConflict((batch) => batch.map((event) => ({ ...event, type: 'ThingUndone' }))));
    it('is refused with another effective time', () =>
      expectConflict((batch) =>
        batch.map((event) => ({ ...event, announcedAt: '2023-06-14T16:00:00.000Z' })),
      ));
    it('is refused when the batch holds one id twice', () => {
      const twin = happening();
      return expectConflict(() => [twin, twin], 1);
    });

    const elsewhere = limits.idsPerStreamOnly ? it.skip : it;
    elsewhere('is refused under an id of another stream', async () => {
      const { store, batch, first } = await written();
      const stream = newStream();
      await expect(store.append(stream, NO_STREAM, batch)).rejects.toBeInstanceOf(EventConflictError);
      expect(await store.head()).toBe(first.position);
    });
  });
}
