import { describe, expect, it } from '@jest/globals';
import { MemoryLog } from '../memory-log.fixture.js';
import { eventAt, webhookEventAt } from '../public-event.fixture.js';
import { resolveCursor } from './cursor.js';
import { LiveHub } from './live-hub.js';
import { toNdjson } from './ndjson.js';
import { pageOrWait, readToHead } from './page-or-wait.js';

const filter = { scopes: ['public'] as const };
const signal = new AbortController().signal;
const query = { after: '0', filter, limit: 2, waitMs: 0, signal };

describe('pageOrWait', () => {
  it('pages, and never answers empty while something matches further on', async () => {
    const log = new MemoryLog();
    for (let i = 1; i <= 9; i += 1) log.add(webhookEventAt(i, 'changed', 'w1'));
    log.add(eventAt(10));
    const page = await pageOrWait({ ...query, hub: new LiveHub(log) });
    expect(page).toMatchObject({ next: '10', hasMore: false });
    expect(page.events).toHaveLength(1);
  });

  it('waits at the head for what matches', async () => {
    const log = new MemoryLog();
    const hub = new LiveHub(log);
    setTimeout(() => log.add(webhookEventAt(1, 'changed', 'w1')), 10);
    setTimeout(() => log.add(eventAt(2)), 20);
    const page = await pageOrWait({ ...query, hub, waitMs: 5000 });
    expect(page.events.map((event) => event.position)).toEqual(['2']);
    hub.stop();
  });

  it('gives up waiting in time, with a cursor to go on from', async () => {
    const hub = new LiveHub(new MemoryLog());
    expect(await pageOrWait({ ...query, hub, waitMs: 30 })).toEqual({
      events: [],
      next: '0',
      hasMore: false,
    });
    hub.stop();
  });

  it('streams lines up to the head at the time of asking', async () => {
    const log = new MemoryLog();
    for (let i = 1; i <= 5; i += 1) log.add(eventAt(i));
    const lines: string[] = [];
    for await (const line of toNdjson(readToHead({ hub: new LiveHub(log), after: '2', filter, signal }))) {
      if (lines.push(line) === 1) log.add(eventAt(6));
    }
    expect(lines.map((line) => (JSON.parse(line) as { position: string }).position)).toEqual(['3', '4', '5']);
  });

  it('takes positions and instants of recording as cursors', async () => {
    const log = new MemoryLog();
    log.add(eventAt(1), eventAt(2));
    expect(await resolveCursor(log, '17')).toBe('17');
    expect(await resolveCursor(log, log.events[0]!.recordedAt)).toBe('1');
    expect(await resolveCursor(log, '01')).toBeNull();
    expect(await resolveCursor(log, 'soon')).toBeNull();
  });
});
