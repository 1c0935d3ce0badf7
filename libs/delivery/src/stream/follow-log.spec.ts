import { describe, expect, it } from '@jest/globals';
import { MemoryLog } from '../memory-log.fixture.js';
import { eventAt, webhookEventAt } from '../public-event.fixture.js';
import { followLog } from './follow-log.js';
import { LiveHub } from './live-hub.js';
import type { StreamMessage } from './stream-message.js';

const filter = { scopes: ['public'] as const };

/** Follows until `enough` says so; returns what came. */
async function follow(
  hub: LiveHub,
  after: string | null,
  enough: (messages: StreamMessage[]) => boolean,
): Promise<StreamMessage[]> {
  const stop = new AbortController();
  const messages: StreamMessage[] = [];
  for await (const message of followLog({ hub, after, filter, signal: stop.signal })) {
    messages.push(message);
    if (enough(messages)) stop.abort();
  }
  return messages;
}

function positions(messages: StreamMessage[]): number[] {
  return messages.flatMap((message) => (message.kind === 'event' ? [Number(message.event.position)] : []));
}

describe('followLog', () => {
  it('goes from history to live without gap or double, through 200 resumes', async () => {
    const log = new MemoryLog();
    const hub = new LiveHub(log, { keep: 20 });
    let next = 1;
    const add = () => log.add(eventAt(next++ * 3));
    for (let i = 0; i < 100; i += 1) add();
    const seen: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      const wanted = 1 + (round % 7);
      const adding = setInterval(() => (add(), add()), 0);
      const messages = await follow(hub, String(seen.at(-1) ?? 0), (all) => all.length >= wanted);
      clearInterval(adding);
      seen.push(...positions(messages));
    }
    hub.stop();
    expect(seen).toEqual(log.events.slice(0, seen.length).map((event) => Number(event.position)));
    expect(seen.length).toBeGreaterThan(700);
  });

  it('serves every client, also one too slow for what is kept in memory', async () => {
    const log = new MemoryLog();
    const hub = new LiveHub(log, { keep: 5 });
    await hub.start();
    const stop = new AbortController();
    const slow: number[] = [];
    const reading = (async () => {
      for await (const message of followLog({ hub, after: '0', filter, signal: stop.signal })) {
        slow.push(...positions([message]));
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (slow.length === 60) stop.abort();
      }
    })();
    const fast = Promise.all([1, 2, 3].map(() => follow(hub, '0', (all) => all.length === 60)));
    for (let i = 1; i <= 60; i += 1) log.add(eventAt(i));
    const expected = log.events.map((event) => Number(event.position));
    for (const messages of await fast) expect(positions(messages)).toEqual(expected);
    await reading;
    expect(slow).toEqual(expected);
    hub.stop();
  });

  it('starts at the head without a cursor, and keeps to its scopes', async () => {
    const log = new MemoryLog();
    log.add(eventAt(1));
    const hub = new LiveHub(log);
    await hub.start();
    const following = follow(hub, null, (all) => all.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.add(webhookEventAt(2, 'disabled', 'w1'), eventAt(3));
    expect(positions(await following)).toEqual([3]);
    hub.stop();
  });

  it('resets a cursor beyond the head and goes on from there', async () => {
    const log = new MemoryLog('another');
    log.add(eventAt(7));
    const hub = new LiveHub(log);
    const following = follow(hub, '900', (all) => all.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.add(eventAt(8));
    const [reset, event] = await following;
    expect(reset).toEqual({ kind: 'reset', position: '7', logId: 'another' });
    expect(positions([event!])).toEqual([8]);
    hub.stop();
  });

  it('beats while nothing happens, and ends when the hub or the client stops', async () => {
    const hub = new LiveHub(new MemoryLog(), { heartbeatMs: 5 });
    const messages = await follow(hub, null, (all) => all.length === 2);
    expect(messages.map((message) => message.kind)).toEqual(['heartbeat', 'heartbeat']);
    hub.stop();
  });
});
