import { describe, expect, it } from '@jest/globals';
import { comparePositions } from '#domain';
import { LOG_START, NO_STREAM } from '../port/event-store.port.js';
import {
  Following,
  collect,
  eventually,
  happening,
  happenings,
  idsOf,
  newStream,
  useStore,
  type MakeStore,
} from './contract-store.contract.js';

export function subscribeContract(makeStore: MakeStore): void {
  describe('a subscription', () => {
    const use = useStore(makeStore);
    const write = async (count: number, type?: string) => {
      const events = happenings(count, type ? { type } : {});
      const { position } = await use().store.append(newStream(), NO_STREAM, events);
      return { ids: idsOf(events), position };
    };
    const seenUpTo = (following: Following, position: string) => () =>
      following.messages.some(
        (message) => message.kind !== 'events' && comparePositions(message.position, position) >= 0,
      );

    it('to an empty log has caught up at once', async () => {
      const following = new Following(use().store);
      await eventually(() => following.messages.length > 0);
      expect(following.messages[0]).toEqual({ kind: 'caughtUp', position: LOG_START });
      await following.stop();
    });

    it('goes through history to live, in batches of at most 500', async () => {
      for (let n = 0; n < 3; n += 1) await write(450);
      const following = new Following(use().store);
      const live = await write(1);
      await eventually(() => idsOf(following.events).includes(live.ids[0] ?? ''));
      const later = await write(2);
      await eventually(seenUpTo(following, later.position), 'caught up');
      expect(idsOf(following.events)).toEqual(idsOf(await collect(use().store.readAll())));
      for (const message of following.messages)
        if (message.kind === 'events') expect(message.events.length).toBeLessThanOrEqual(500);
      await following.stop();
    });

    it('tells that it has caught up only after everything up to there was yielded', async () => {
      const { position, ids } = await write(700);
      const following = new Following(use().store);
      await eventually(seenUpTo(following, position));
      const told = following.messages.findIndex(
        (message) => message.kind !== 'events' && comparePositions(message.position, position) >= 0,
      );
      const before = following.messages
        .slice(0, told)
        .flatMap((message) => (message.kind === 'events' ? message.events : []));
      const yielded = new Set(idsOf(before));
      expect(ids.filter((id) => !yielded.has(id))).toEqual([]);
      await following.stop();
    });

    it('begins after any position', async () => {
      const first = await write(3);
      const second = await write(2);
      const middle = new Following(use().store, { after: first.position });
      const head = new Following(use().store, { after: second.position });
      await eventually(seenUpTo(head, second.position));
      const third = await write(1);
      await eventually(() => middle.events.length >= 3 && head.events.length >= 1);
      expect(idsOf(middle.events)).toEqual([...second.ids, ...third.ids]);
      expect(idsOf(head.events)).toEqual(third.ids);
      await Promise.all([middle.stop(), head.stop()]);
    });

    it('filters by type, and moves on past what the filter leaves out', async () => {
      const old = await write(2, 'Wanted');
      const start = (await collect(use().store.readAll({ types: ['Wanted'], limit: 1 })))[0];
      await write(5);
      const following = new Following(use().store, { types: ['Wanted', 'AlsoWanted'] });
      await eventually(() => following.events.length >= 2);
      const unwanted = await write(3);
      await eventually(seenUpTo(following, unwanted.position), 'a position past the unwanted events');
      const fresh = await write(1, 'AlsoWanted');
      await eventually(() => following.events.length >= 3);
      expect(idsOf(following.events)).toEqual([...old.ids, ...fresh.ids]);
      expect(following.events[0]?.position).toBe(start?.position);
      await following.stop();
    });

    it('waits for its reader and loses nothing meanwhile', async () => {
      const { store } = use();
      const after = await store.head();
      const stopper = new AbortController();
      const seen: string[] = [];
      const slow = (async () => {
        for await (const message of store.subscribe({ after, signal: stopper.signal })) {
          if (message.kind === 'events') seen.push(...idsOf(message.events));
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })();
      const written: string[] = [];
      for (let n = 0; n < 40; n += 1) written.push(...(await write(20)).ids);
      await eventually(() => seen.length >= written.length);
      expect(seen).toEqual(written);
      stopper.abort();
      await slow;
    });

    it('ends when it is told to, idle or before it began', async () => {
      const idle = new Following(use().store, { after: await use().store.head() });
      await eventually(() => idle.messages.length > 0);
      const begun = Date.now();
      await idle.stop();
      expect(Date.now() - begun).toBeLessThan(2000);
      const never = use().store.subscribe({ signal: AbortSignal.abort() });
      expect(await collect(never)).toEqual([]);
    });

    it('can be left by its reader', async () => {
      const { store } = use();
      await store.append(newStream(), NO_STREAM, [happening()]);
      for (let n = 0; n < 15; n += 1)
        for await (const message of store.subscribe({ signal: new AbortController().signal }))
          if (message.kind === 'events') break;
      expect(comparePositions(await store.head(), LOG_START)).toBeGreaterThan(0);
    });
  });
}
