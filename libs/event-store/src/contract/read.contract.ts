import { beforeAll, describe, expect, it } from '@jest/globals';
import { NO_STREAM, type ReadAllOptions, type ReadStreamOptions } from '../port/event-store.port.js';
import {
  collect,
  happening,
  happenings,
  idsOf,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';

const TYPES = ['Opened', 'Changed', 'Closed'] as const;

export function readContract(makeStore: MakeStore): void {
  describe('reading a stream', () => {
    const use = useStore(makeStore);
    const stream = newStream();
    const events = happenings(10);
    beforeAll(() => use().store.append(stream, NO_STREAM, events));
    const read = async (options?: ReadStreamOptions) =>
      (await collect(use().store.readStream(stream, options))).map((event) => event.revision);

    it.each<[string, ReadStreamOptions, number[]]>([
      ['forwards from a revision', { from: 7 }, [7, 8, 9]],
      ['forwards up to a limit', { limit: 2 }, [0, 1]],
      ['forwards from a revision up to a limit', { from: 3, limit: 2 }, [3, 4]],
      ['backwards', { direction: 'backwards', limit: 3 }, [9, 8, 7]],
      ['backwards from a revision', { direction: 'backwards', from: 2 }, [2, 1, 0]],
      ['from beyond its end', { from: 10 }, []],
      ['nothing of it', { limit: 0 }, []],
    ])('%s', async (_case, options, revisions) => {
      expect(await read(options)).toEqual(revisions);
    });

    it('finds none in a stream that does not exist', async () => {
      expect(await collect(use().store.readStream(newStream()))).toEqual([]);
      expect(await collect(use().store.readStream(newStream(), { direction: 'backwards' }))).toEqual([]);
    });

    it('reads a long stream whole, both ways', async () => {
      const long = newStream();
      for (let n = 0; n < 3; n += 1) await use().store.append(long, n * 500 - 1, happenings(500));
      const forwards = idsOf(await collect(use().store.readStream(long)));
      expect(new Set(forwards).size).toBe(1500);
      const backwards = idsOf(await collect(use().store.readStream(long, { direction: 'backwards' })));
      expect(backwards).toEqual(forwards.toReversed());
    });
  });

  describe('reading the log', () => {
    const use = useStore(makeStore);
    const streams = [newStream(), newStream(), newStream()];
    const ids: string[] = [];
    beforeAll(async () => {
      for (let n = 0; n < 30; n += 1) {
        const event = happening({ type: TYPES[n % 3] ?? '' });
        await use().store.append(streams[n % 3] ?? '', Math.floor(n / 3) - 1, [event]);
        ids.push(event.id);
      }
    });
    const read = async (options?: ReadAllOptions) => idsOf(await collect(use().store.readAll(options)));
    const positions = async () => (await collect(use().store.readAll())).map((event) => event.position);

    it('holds every stream in order of position', async () => {
      expect(await read()).toEqual(ids);
      expect((await positions()).at(-1)).toBe(await use().store.head());
    });

    it('begins after a position', async () => {
      const from = (await positions())[9];
      expect(await read({ from })).toEqual(ids.slice(10));
      expect(await read({ from, limit: 3 })).toEqual(ids.slice(10, 13));
      expect(await read({ from: await use().store.head() })).toEqual([]);
    });

    it('goes backwards, before a position', async () => {
      const from = (await positions())[9];
      expect(await read({ direction: 'backwards' })).toEqual(ids.toReversed());
      expect(await read({ direction: 'backwards', from })).toEqual(ids.slice(0, 9).toReversed());
      expect(await read({ direction: 'backwards', from, limit: 2 })).toEqual([ids[8], ids[7]]);
    });

    it('keeps to some types, the limit counting only those', async () => {
      expect(await read({ types: ['Opened'] })).toEqual(ids.filter((_, n) => n % 3 === 0));
      expect(await read({ types: ['Opened', 'Closed'], limit: 3 })).toEqual([ids[0], ids[2], ids[3]]);
      expect(await read({ types: ['Closed'], limit: 1, direction: 'backwards' })).toEqual([ids[29]]);
      expect(await read({ types: ['NeverHeardOf'] })).toEqual([]);
    });

    it('can be left early and read again', async () => {
      for (let n = 0; n < 15; n += 1)
        for await (const event of use().store.readAll()) {
          expect(event.id).toBe(ids[0]);
          break;
        }
      expect(await read()).toEqual(ids);
    });
  });
}
