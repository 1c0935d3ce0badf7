import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { counting } from './counting.fixture.js';
import { generationIn } from './generations.js';
import { LogUnderTest } from './logs.fixture.js';
import type { Projection } from './projection.js';
import { EventSkippedError } from './skipping.js';

let log: LogUnderTest;
beforeEach(async () => {
  log = await LogUnderTest.create();
});
afterEach(() => log.close());

/** Refuses one position as the database would, or as code does that meets what it did not expect. */
function refusing(name: string, position: string, how: 'database' | 'code'): Projection {
  const plain = counting();
  return {
    ...plain,
    name,
    apply: async (events, view) => {
      await plain.apply(events, view);
      if (!events.some((event) => event.position === position)) return;
      if (how === 'code') throw new TypeError('cannot read that');
      await view.tx.query(`SELECT '0000-01-01'::timestamptz`);
    },
  };
}

async function positionsIn(projection: Projection): Promise<string[]> {
  const generation = await generationIn(log.test.database, projection, 'live');
  const rows = await log.test.database.query<{ position: string; times: number }>(
    `SELECT position::text, times FROM ${generation!.schema}.counts ORDER BY counts.position`,
  );
  expect(rows.every(({ times }) => times === 1)).toBe(true);
  return rows.map(({ position }) => position);
}

describe('an event that a view cannot take', () => {
  const events = Array.from({ length: 20 }, (_, n) => ({
    stream: `webhook-${n}`,
    type: 'WebhookRemoved' as const,
    data: {},
  }));

  it('is passed over by that view alone, in what follows as in what was there before', async () => {
    const views = [counting(), refusing('first', '7', 'database'), refusing('second', '30', 'code')];
    await log.add(events);
    const told: unknown[] = [];
    const started = await log.start(views, (error) => told.push(error));
    expect(await started.views.waitFor('21', 10_000)).toBe(true);
    const head = await log.add(events.map((event) => ({ ...event, id: 'again' })));
    expect(await started.views.waitFor(head, 10_000)).toBe(true);
    const all = Array.from({ length: 41 }, (_, n) => String(n + 1));
    expect(await positionsIn(views[0]!)).toEqual(all);
    expect(await positionsIn(views[1]!)).toEqual(all.filter((position) => position !== '7'));
    expect(await positionsIn(views[2]!)).toEqual(all.filter((position) => position !== '30'));
    expect(told.map((error) => error instanceof EventSkippedError)).toEqual([true, true]);
    expect(await started.views.skipped()).toEqual([
      { view: 'second', position: '30', reason: 'cannot read that' },
      { view: 'first', position: '7', reason: expect.stringContaining('0000-01-01') },
    ]);
  });
});
