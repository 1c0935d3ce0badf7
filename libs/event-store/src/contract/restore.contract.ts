import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventHash } from '../hashing/event-hash.js';
import { NO_STREAM, type StoredEvent } from '../port/event-store.port.js';
import {
  collect,
  happening,
  happenings,
  newStream,
  type ContractStore,
  type MakeStore,
} from './contract-store.contract.js';
import { expectRising } from './order.contract.js';

const kept = ({ position: _, ...rest }: StoredEvent) => rest;

async function* stream(events: readonly StoredEvent[], failAfter = Infinity): AsyncIterable<StoredEvent> {
  for (const [n, event] of events.entries()) {
    if (n >= failAfter) throw new Error('the backup broke off');
    yield event;
  }
}

export function restoreContract(makeStore: MakeStore): void {
  describe('restore', () => {
    const opened: ContractStore[] = [];
    const fresh = async () => {
      const made = await makeStore();
      opened.push(made);
      return made.store;
    };
    const first = newStream();
    let log: StoredEvent[] = [];
    beforeAll(async () => {
      const store = await fresh();
      const second = newStream();
      await store.append(first, NO_STREAM, happenings(600, { data: { zh: '乌镇', nul: '\u0000', n: 0.1 } }));
      await store.append(
        second,
        NO_STREAM,
        happenings(3, { backfill: true, announcedAt: '2014-11-19T00:00:00.000Z' }),
      );
      await store.append(first, 599, [happening({ type: 'ThingClosed', version: 2, causationId: 'c' })]);
      log = await collect(store.readAll());
    }, 60_000);
    afterAll(() => Promise.all(opened.map((each) => each.close())), 60_000);

    it('keeps ids, revisions, hashes and times, and the log goes on from there', async () => {
      const store = await fresh();
      expect(await store.restore(stream(log))).toBe(log.length);
      expect((await collect(store.readAll())).map(kept)).toEqual(log.map(kept));
      const next = await store.append(first, 600, [happening()]);
      expect(next.revision).toBe(601);
      const all = await collect(store.readAll());
      expectRising(all);
      const last = all.at(-1);
      expect(last?.previousHash).toBe(log.at(-1)?.hash);
      expect(last && eventHash(last)).toBe(last?.hash);
    });

    it('goes on where an earlier attempt broke off', async () => {
      const store = await fresh();
      await expect(store.restore(stream(log, 590))).rejects.toThrow('the backup broke off');
      const already = (await collect(store.readAll())).length;
      expect(await store.restore(stream(log))).toBe(log.length - already);
      expect(await store.restore(stream(log))).toBe(0);
      expect((await collect(store.readAll())).map(kept)).toEqual(log.map(kept));
    });

    it('refuses a log that holds anything else', async () => {
      const store = await fresh();
      const own = happening();
      await store.append(newStream(), NO_STREAM, [own]);
      await expect(store.restore(stream(log))).rejects.toThrow();
      expect((await collect(store.readAll())).map((event) => event.id)).toEqual([own.id]);
    });

    it.each<[string, Partial<StoredEvent>]>([
      ['whose data was altered', { data: { zh: '乌镇?' } }],
      ['whose place was altered', { revision: 301 }],
      ['that hangs on another event', { previousHash: 'ab'.repeat(32) }],
    ])('refuses an event %s', async (_case, change) => {
      const store = await fresh();
      const altered = log.map((event, n) => (n === 300 ? { ...event, ...change } : event));
      await expect(store.restore(stream(altered))).rejects.toThrow(log[300]?.id);
      expect((await collect(store.readAll())).length).toBeLessThanOrEqual(300);
    });
  });
}
