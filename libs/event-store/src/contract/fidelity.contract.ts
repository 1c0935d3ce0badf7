import { describe, expect, it } from '@jest/globals';
import { eventHash } from '../hashing/event-hash.js';
import { NO_STREAM, type EventToAppend } from '../port/event-store.port.js';
import {
  collect,
  happening,
  happenings,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';
import { expectRising } from './order.contract.js';

export function fidelityContract(makeStore: MakeStore): void {
  describe('what is stored', () => {
    const use = useStore(makeStore);
    const stored = async (parts: Partial<EventToAppend>) => {
      const stream = newStream();
      await use().store.append(stream, NO_STREAM, [happening(parts)]);
      const [event] = await collect(use().store.readStream(stream));
      if (!event) throw new Error('The event was not stored.');
      return event;
    };

    it.each<[string, unknown]>([
      ['Chinese text', { title: { zh: '世界互联网大会浙江办事处揭牌' }, 中文: '乌镇' }],
      ['text outside the basic plane', { text: '𠮷 🎏 — “…”' }],
      ['U+0000 and its like', { text: 'a\u0000b\u0001\u001f\u007f\u2028', '\u0000': 'key' }],
      ['escapes that only look like U+0000', { text: '\\u0000 \\\\u0000 "\\"' }],
      [
        'numbers at the edges',
        { numbers: [1e21, 0.1, 1e-7, 5e-324, 1.7976931348623157e308, 9007199254740991, -1] },
      ],
      ['nothing in many forms', { a: null, b: [], c: {}, d: '', e: false, f: [null] }],
      ['a bare text', 'text'],
      ['null', null],
      ['names that objects have of their own', { constructor: 1, toString: 'x', length: 0 }],
    ])('comes back as it was: %s', async (_case, data) => {
      expect((await stored({ data })).data).toEqual(data);
    });

    it('knows no negative zero, as RFC 8785 has it', async () => {
      expect((await stored({ data: { zero: -0 } })).data).toEqual({ zero: 0 });
    });

    it('comes back as it was: an event of 600 kB', async () => {
      const data = { text: '乌镇峰会'.repeat(50_000) };
      expect((await stored({ data })).data).toEqual(data);
    });

    it('keeps everything said of the event', async () => {
      const parts = {
        type: 'ThingClosed',
        version: 3,
        announcedAt: '2023-06-14T16:00:00.000Z',
        backfill: true,
        causationId: 'cause',
        correlationId: 'correlation',
        actor: 'key:wic_1 “管理员”',
      };
      expect(await stored(parts)).toMatchObject(parts);
      expect(await stored({})).toMatchObject({ announcedAt: null, causationId: null, correlationId: null });
    });

    it('is chained by hashes within its stream, over batches and writers', async () => {
      const { store, reopen } = use();
      const other = (await reopen?.()) ?? store;
      const stream = newStream();
      await store.append(
        stream,
        NO_STREAM,
        happenings(2, { data: { zh: '乌镇', n: 1e21, z: -0, nul: '\u0000' } }),
      );
      await other.append(stream, 1, happenings(2));
      await store.append(stream, 3, [happening()]);
      const chain = await collect(store.readStream(stream));
      chain.forEach((event, n) => {
        expect(event.previousHash).toBe(chain[n - 1]?.hash ?? null);
        expect(event.hash).toBe(eventHash(event));
      });
      expect(chain).toHaveLength(5);
    });

    it('is the same read by stream and by log', async () => {
      const byLog = await collect(use().store.readAll());
      const streams = [...new Set(byLog.map((event) => event.stream))];
      for (const stream of streams)
        expect(await collect(use().store.readStream(stream))).toEqual(
          byLog.filter((event) => event.stream === stream),
        );
    });

    it('was recorded by the clock, never before what stands in front of it', async () => {
      const before = Date.now();
      const event = await stored({});
      expect(event.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(event.recordedAt) - before)).toBeLessThan(60_000);
      expectRising(await collect(use().store.readAll()));
    });
  });
}
