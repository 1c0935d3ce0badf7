import { describe, expect, it } from '@jest/globals';
import { comparePositions } from '#domain';
import { NO_STREAM, type EventStore, type StoredEvent } from '../port/event-store.port.js';
import {
  Following,
  collect,
  eventually,
  happening,
  idsOf,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';

const WRITERS = 100;
const EACH = 5;

export function orderContract(makeStore: MakeStore): void {
  describe('total order', () => {
    const use = useStore(makeStore);

    it(`shows a live reader each event of ${WRITERS} writers at once, in order, none skipped`, async () => {
      const { store, reopen } = use();
      const other = (await reopen?.()) ?? store;
      const near = new Following(store);
      const far = new Following(other);
      const written = await Promise.all(
        Array.from({ length: WRITERS }, (_, n) => writeSome(n % 2 ? store : other)),
      );
      const total = WRITERS * EACH;
      await eventually(() => near.events.length >= total && far.events.length >= total, 'every event seen');
      const all = await collect(store.readAll());
      expect(new Set(idsOf(all))).toEqual(new Set(written.flat()));
      expect(all).toHaveLength(total);
      expectRising(all);
      expect(idsOf(near.events)).toEqual(idsOf(all));
      expect(idsOf(far.events)).toEqual(idsOf(all));
      await Promise.all([near.stop(), far.stop()]);
    });
  });
}

async function writeSome(store: EventStore): Promise<string[]> {
  const stream = newStream();
  const ids: string[] = [];
  for (let revision = NO_STREAM; revision < EACH - 1; revision += 1) {
    const event = happening();
    await store.append(stream, revision, [event]);
    ids.push(event.id);
  }
  return ids;
}

/** Positions rise strictly, and no event was recorded before the one in front of it. */
export function expectRising(events: readonly StoredEvent[]): void {
  const wrong = events.filter((event, n) => {
    const before = events[n - 1];
    if (!before) return false;
    return comparePositions(before.position, event.position) >= 0 || before.recordedAt > event.recordedAt;
  });
  expect(wrong).toEqual([]);
}
