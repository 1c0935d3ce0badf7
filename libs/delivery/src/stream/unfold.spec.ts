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

async function run(log: MemoryLog, options: Partial<UnfoldOptions> = {}, days: [string, number][] = []) {
  const clock = new FakeClock();
  const begun = clock.now().getTime();
  const seen: [string, number][] = [];
  const signal = new AbortController().signal;
  const all = { log, from: null, to: null, speed: 0, filter: { scopes: ['public'] as const }, clock, signal };
  for await (const message of unfold({ ...all, tz: 'Asia/Shanghai', ...options })) {
    const name = message.kind === 'event' ? message.event.position : message.kind;
    const at = (clock.now().getTime() - begun) / 1000;
    if (message.kind === 'day') days.push([message.day, at]);
    else seen.push([name, at]);
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
      tz: 'Asia/Shanghai',
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
    const slow = { speed: 0.5, heartbeatMs: 1000, from: DAY(30), resumeAfter: '1' };
    expect((await run(history(), slow)).map(([name]) => name)).toEqual(['heartbeat', '4', 'end']);
  });

  it('tells which day it has reached, between announcements too, but not at speed 0', async () => {
    const days: [string, number][] = [];
    await run(history(), { speed: 1, from: DAY(2), to: DAY(31) }, days);
    expect(days.map(([day]) => day)).toEqual(
      Array.from({ length: 22 }, (_, n) => `2023-01-${String(10 + n)}`),
    );
    expect(days[5]![1]).toBeCloseTo(4.8, 0); // midnight in Shanghai is 16:00 in UTC
    const hasty: [string, number][] = [];
    await run(history(), { speed: 40 }, hasty);
    expect(hasty.length).toBeLessThan(10);
    const none: [string, number][] = [];
    await run(history(), {}, none);
    expect(none).toEqual([]);
  });

  it('goes on at the moment of what was seen last, or at the day where it was paused', async () => {
    const seen = await run(history(), { speed: 3, resumeAfter: '1' });
    expect(seen).toEqual([
      ['4', 7],
      ['end', 7],
    ]);
    const paused = await run(history(), { speed: 3, resumeAfter: '1', from: DAY(28) });
    expect(paused[0]).toEqual(['4', 1]);
  });

  it('resumes after the last event seen', async () => {
    expect((await run(history(), { resumeAfter: '3' })).map(([name]) => name)).toEqual(['1', '4', 'end']);
  });
});
