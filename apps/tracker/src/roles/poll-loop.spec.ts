import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Polling, rss } from './polling.fixture.js';

let polling: Polling;
beforeEach(async () => {
  polling = await Polling.open();
});
afterEach(() => polling.close());

const feed = rss({ name: 'one', date: new Date() });
const polled = async (id: string) => (await polling.poller.log.of(id, 5)).length > 0;
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(20);
}

describe('the poll loop', () => {
  it('lets no server that never ends hold up another', async () => {
    const dripping = await polling.serve('127.0.2.1', (_, response) => {
      const timer = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(timer));
    });
    for (let n = 0; n < 5; n++) await polling.follow(`drips-${n}`, `${dripping}/${n}`);
    const good: string[] = [];
    for (let n = 1; n <= 9; n++) {
      const url = await polling.serve(`127.0.3.${n}`, (_, response) => void response.end(feed));
      for (const path of ['a', 'b', 'c']) await polling.follow(`good-${n}-${path}`, `${url}/${path}`);
      good.push(...['a', 'b', 'c'].map((path) => `good-${n}-${path}`));
    }
    await polling.loop.wake();
    await until(async () => (await Promise.all(good.map(polled))).every(Boolean));
    expect(await polled('drips-0')).toBe(false);
  });

  it('asks a host once at a time, whatever is due, and everything that is due', async () => {
    let now = 0;
    let most = 0;
    const asked = new Set<string>();
    const url = await polling.serve('127.0.2.1', (request, response) => {
      most = Math.max(most, ++now);
      asked.add(request.url ?? '');
      setTimeout(() => {
        now -= 1;
        response.end(feed);
      }, 5);
    });
    for (let n = 0; n < 50; n++) await polling.follow(`s${n}`, `${url}/${n}`);
    await polling.loop.wake();
    await polling.loop.idle();
    expect([asked.size, most]).toEqual([50, 1]);
  });

  it('breaks off when it stops: what was under way is due again, as if nothing had been', async () => {
    let arrived = () => undefined as void;
    const waiting = new Promise<void>((resolve) => (arrived = resolve));
    const url = await polling.serve('127.0.2.1', () => arrived());
    for (let n = 0; n < 3; n++) await polling.follow(`s${n}`, `${url}/${n}`);
    await polling.loop.wake();
    await waiting;
    await polling.loop.stop();
    expect(polling.warnings).toEqual([]);
    expect(await polling.health('s0')).toMatchObject({
      health: 'ok',
      failures: 0,
      nextPollReason: 'never polled yet',
    });
    expect(await polling.poller.due(9)).toHaveLength(3);
  });

  it('does not try again and again what fails on our side', async () => {
    let requests = 0;
    const url = await polling.serve('127.0.2.1', (_, response) => {
      requests += 1;
      response.end(feed);
    });
    await polling.follow('s1', `${url}/1`);
    polling.before = () => {
      throw new Error('the store is away');
    };
    await polling.loop.wake();
    await polling.loop.idle();
    await polling.loop.wake();
    await polling.loop.idle();
    expect([requests, polling.warnings.length]).toEqual([1, 1]);
    expect((await polling.health('s1')).nextPollReason).toContain('the tracker itself had trouble');
  });
});
