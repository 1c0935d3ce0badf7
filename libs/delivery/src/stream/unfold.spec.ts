import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../fake-clock.fixture.js';
import { MemoryLog } from '../memory-log.fixture.js';
import { eventAt } from '../public-event.fixture.js';
import { unfold, type UnfoldOptions } from './unfold.js';

const DAY = (day: number) => new Date(Date.UTC(2023, 0, day)).toISOString();

function history(): MemoryLog {
  const log = new MemoryLog();
  log.add(eventAt(1, { announcedAt: DAY(10) }), eventAt(2, { announcedAt: DAY(1) }));
  log.add(eventAt(3, { announcedAt: DAY(1) }), eventAt(4, { announcedAt: DAY(31), backfill: true }));
  return log;
}

async function run(log: MemoryLog, options: Partial<UnfoldOptions> = {}) {
  const clock = new FakeClock();
  const begun = clock.now().getTime();
  const seen: [string, number][] = [];
  const signal = new AbortController().signal;
  const all = { log, from: null, to: null, speed: 0, filter: { scopes: ['public'] as const }, clock, signal };
  for await (const message of unfold({ ...all, ...options })) {
    const name = message.kind === 'event' ? message.event.position : message.kind;
    seen.push([name, (clock.now().getTime() - begun) / 1000]);
  }
  return seen;
}

describe('unfold', () => {
  it('tells history in announced order, at days a second, and ends', async () => {
    expect(await run(history(), { speed: 3 })).toEqual([
      ['2', 0],
      ['3', 0],
      ['1', 3],
      ['4', 10],
      ['end', 10],
    ]);
  });

  it('goes as fast as it can at speed 0, within its bounds', async () => {
    const seen = await run(history(), { from: DAY(2), to: DAY(12) });
    expect(seen).toEqual([
      ['1', 0],
      ['end', 0],
    ]);
  });

  it('leaves out what is recorded after it was asked for', async () => {
    const log = history();
    const filter = { scopes: ['public'] as const };
    const signal = new AbortController().signal;
    const names: string[] = [];
    for await (const message of unfold({
      log,
      from: null,
      to: null,
      speed: 0,
      filter,
      clock: new FakeClock(),
      signal,
    })) {
      if (message.kind === 'event' && names.push(message.event.position) === 1)
        log.add(eventAt(5, { announcedAt: DAY(20) }));
    }
    expect(names).toEqual(['2', '3', '1', '4']);
  });

  it('beats during long silences', async () => {
    const seen = await run(history(), { speed: 0.5, heartbeatMs: 20_000, from: DAY(2) });
    expect(seen.map(([name]) => name)).toEqual(['1', 'heartbeat', 'heartbeat', '4', 'end']);
  });

  it('resumes after the last event seen', async () => {
    expect((await run(history(), { resumeAfter: '3' })).map(([name]) => name)).toEqual(['1', '4', 'end']);
  });
});
