import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#event-store';
import { LeaseLostError, PgLeases } from '#platform';
import { historyOf, WHATS, type Step } from '../announcements/histories.fixture.js';
import { projections } from '../projections.js';
import { advance, type Filling } from './advance.js';
import { counting } from './counting.fixture.js';
import { createGeneration, generationIn } from './generations.js';
import { ForeignViewsError, resetViews } from './log-check.js';
import { LogUnderTest } from './logs.fixture.js';
import type { Projection } from './projection.js';

let log: LogUnderTest;
beforeEach(async () => {
  log = await LogUnderTest.create();
});
afterEach(() => log.close());

const steps: Step[] = WHATS.flatMap((what, at) =>
  [0, 1, 2].map((of) => ({
    of,
    what,
    at: at % 5,
    item: (at + of) % 4,
    other: (of + 1) % 3,
    flavour: at % 4,
  })),
);

async function numberOfTimes(projection: Projection): Promise<number[]> {
  const generation = await generationIn(log.test.database, projection, 'live');
  const rows = await log.test.database.query<{ times: number }>(
    `SELECT times FROM ${generation!.schema}.counts ORDER BY position`,
  );
  return rows.map(({ times }) => times);
}

describe('Projector', () => {
  it('follows the log: an appended event is readable at once', async () => {
    const { views } = await log.start(projections);
    await log.add(historyOf(steps));
    const position = await log.store.head();
    expect(await views.waitFor(position, 5000)).toBe(true);
    const delays: number[] = [];
    for (let n = 0; n < 20; n++) {
      const next = await log.add([{ stream: `webhook-${n}`, type: 'WebhookRemoved', data: {} }]);
      const from = performance.now();
      expect(await views.waitFor(next, 1000)).toBe(true);
      delays.push(performance.now() - from);
    }
    expect(delays.sort((a, b) => a - b)[10]).toBeLessThan(100);
    expect(await views.lag(log.store)).toEqual(
      projections.map(({ name, version }) => expect.objectContaining({ name, version, lagMs: 0 })),
    );
  });

  it('says after a while that a position was not reached', async () => {
    const { views } = await log.start(projections);
    expect(await views.waitFor('999999', 300)).toBe(false);
  });

  it('applies every event once, although a batch fails after its rows were written', async () => {
    let failures = 3;
    const errors: unknown[] = [];
    const projection = counting(() => {
      if (failures-- > 0) throw new Error('killed');
    });
    await log.add(historyOf(steps.slice(0, 10)));
    const { views } = await log.start([projection], (error) => errors.push(error));
    expect(await views.waitFor(await log.store.head(), 10_000)).toBe(true);
    expect(await numberOfTimes(projection)).toEqual(Array.from({ length: 11 }, () => 1));
    expect(errors).toHaveLength(3);
  });

  it('applies every event once with two projectors, one of which dies', async () => {
    const projection = counting();
    const first = await log.start([projection]);
    const second = await log.start([projection]);
    await log.add(historyOf(steps.slice(0, 10)));
    first.stop.abort();
    const position = await log.add([{ stream: 'webhook-w', type: 'WebhookRemoved', data: {} }]);
    expect(await second.views.waitFor(position, 10_000)).toBe(true);
    expect(await numberOfTimes(projection)).toEqual(Array.from({ length: 12 }, () => 1));
  });

  it('goes on where an interrupted first fill stood', async () => {
    const batches: number[] = [];
    const projection = counting((positions) => {
      batches.push(positions.length);
    });
    await log.add(historyOf(steps.slice(0, 5)));
    const building = await fillingOf(projection);
    await advance({ ...log, database: log.test.database, lease: null }, [building], await batchOf(3));
    const { views } = await log.start([projection]);
    expect(await views.waitFor(await log.store.head(), 5000)).toBe(true);
    expect(batches.slice(0, 2)).toEqual([3, 3]);
    expect(await numberOfTimes(projection)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

async function fillingOf(projection: Projection): Promise<Filling> {
  const generation = await log.test.database.transaction((tx) => createGeneration(tx, projection));
  return { projection, generation, memory: new Map(), at: '0', capacity: 100 };
}

async function batchOf(count: number) {
  const stored: StoredEvent[] = [];
  for await (const event of log.store.readAll({ limit: count })) stored.push(event);
  return { stored, upTo: stored.at(-1)!.position };
}

describe('a batch', () => {
  it('is applied once, however often and by however many it is told', async () => {
    await log.add(historyOf(steps.slice(0, 10)));
    const projection = counting();
    const filling = await fillingOf(projection);
    const context = { database: log.test.database, store: log.store, lease: null };
    const tellings = [batchOf(4), batchOf(11), batchOf(11), batchOf(7)].map(async (batch) =>
      advance(context, [{ ...filling, memory: new Map() }], await batch),
    );
    await Promise.all(tellings);
    const rows = await log.test.database.query(`SELECT times FROM ${filling.generation.schema}.counts`);
    expect(rows).toEqual(Array.from({ length: 11 }, () => ({ times: 1 })));
  });

  it('leaves nothing behind when the lease has passed to somebody else', async () => {
    const { database } = log.test;
    const lease = await new PgLeases(database, { ttlMs: 50, renewMs: 3_600_000 }).tryHold('views');
    const filling = await fillingOf(counting());
    await new PgLeases(database).hold('views', AbortSignal.timeout(5000));
    const stale = advance({ database, store: log.store, lease }, [filling], await batchOf(1));
    await expect(stale).rejects.toThrow(LeaseLostError);
    expect(await database.query(`SELECT * FROM ${filling.generation.schema}.counts`)).toEqual([]);
  });
});

describe('the log the views belong to', () => {
  const projection = counting();

  it('must be the one they were filled from', async () => {
    const running = await log.start([projection]);
    await running.views.waitFor(await log.store.head(), 5000);
    running.stop.abort();
    await running.ended;
    await log.test.database.query(`UPDATE view_log SET log_id = 'another'`);
    await expect(log.projector([projection]).projector.run(AbortSignal.timeout(5000))).rejects.toThrow(
      /hold log another.*wic rebuild --reset/,
    );
    await resetViews(log.test.database);
    const { views } = await log.start([projection]);
    expect(await views.waitFor(await log.store.head(), 5000)).toBe(true);
  });

  it('must not be shorter than they are, nor hold something else in the same place', async () => {
    const running = await log.start([projection]);
    await running.views.waitFor(await log.store.head(), 5000);
    running.stop.abort();
    await running.ended;
    const { database } = log.test;
    await database.query('UPDATE view_generations SET position = position + 5');
    const { projector } = log.projector([projection]);
    await expect(projector.run(AbortSignal.timeout(5000))).rejects.toThrow(/beyond the end of this log/);
    await database.query(`UPDATE view_generations SET position = position - 5, last_hash = 'other'`);
    await expect(projector.run(AbortSignal.timeout(5000))).rejects.toThrow(ForeignViewsError);
  });
});
