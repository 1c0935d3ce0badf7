import { describe, expect, it } from '@jest/globals';
import { LOG_START, NO_STREAM, WrongExpectedRevisionError } from '../port/event-store.port.js';
import {
  collect,
  happening,
  happenings,
  idsOf,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';

export function appendContract(makeStore: MakeStore): void {
  describe('append', () => {
    const use = useStore(makeStore);

    it('begins with an empty log', async () => {
      expect(await use().store.head()).toBe(LOG_START);
      expect(await collect(use().store.readAll())).toEqual([]);
    });

    it('writes a batch as a whole and tells its last revision and position', async () => {
      const { store } = use();
      const stream = newStream();
      const batch = happenings(3);
      const result = await store.append(stream, NO_STREAM, batch);
      expect(result).toEqual({ revision: 2, position: await store.head(), repeated: false });
      const stored = await collect(store.readStream(stream));
      expect(idsOf(stored)).toEqual(idsOf(batch));
      expect(stored.map((event) => event.revision)).toEqual([0, 1, 2]);
      expect(stored[2]?.position).toBe(result.position);
      expect((await store.append(stream, 2, [happening()])).revision).toBe(3);
    });

    it.each([
      ['a stream that exists, expected not to', NO_STREAM],
      ['a stream that has moved on', 0],
      ['a stream that is not there yet', 5],
    ])('refuses %s, and writes nothing', async (_case, expected) => {
      const { store } = use();
      const stream = newStream();
      await store.append(stream, NO_STREAM, happenings(2));
      const head = await store.head();
      const refused = store.append(stream, expected, happenings(2));
      await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevisionError);
      await expect(refused).rejects.toMatchObject({ stream, expected });
      expect(await store.head()).toBe(head);
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('refuses to continue a stream that does not exist', async () => {
      const refused = use().store.append(newStream(), 0, [happening()]);
      await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevisionError);
    });

    it('lets exactly one of many writers to one stream win', async () => {
      const { store, reopen } = use();
      const other = (await reopen?.()) ?? store;
      const stream = newStream();
      for (let revision = NO_STREAM; revision < 4; revision += 1) {
        const attempts = Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? other : store).append(stream, revision, [happening()]),
        );
        const outcomes = await Promise.allSettled(attempts);
        const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(lost).toHaveLength(19);
        for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedRevisionError);
      }
      expect((await collect(store.readStream(stream))).map((event) => event.revision)).toEqual([
        0, 1, 2, 3, 4,
      ]);
    });

    it('fails the batch in conflict, not those written at the same time', async () => {
      const { store } = use();
      const streams = Array.from({ length: 40 }, newStream);
      const outcomes = await Promise.allSettled(
        streams.map((stream, n) => store.append(stream, n % 4 === 0 ? 7 : NO_STREAM, happenings(2))),
      );
      outcomes.forEach((outcome, n) => expect(outcome.status).toBe(n % 4 === 0 ? 'rejected' : 'fulfilled'));
      for (const [n, stream] of streams.entries())
        expect(await collect(store.readStream(stream))).toHaveLength(n % 4 === 0 ? 0 : 2);
    });
  });
}
