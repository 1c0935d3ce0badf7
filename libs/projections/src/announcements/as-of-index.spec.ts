import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { same, type AnnouncementEvent, type Recorded } from '#domain';
import { createTestDatabase, type TestDatabase } from '#testing';
import { projectionsMigrations } from '../runner/generations.migrations.js';
import { announcementsProjection } from './announcements.projection.js';
import { HOLDS, indexed, momentsOf, statesByFold, statesByIndex } from './as-of-grid.fixture.js';
import { histories, historyOf, IDS, WHATS, type Step } from './histories.fixture.js';
import { stateByFold } from './oracle.js';

type Event = Recorded<AnnouncementEvent>;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(projectionsMigrations);
});
afterAll(() => test.drop());

describe('the as-of index', () => {
  it('says what the fold says, for random histories in random batches', async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(histories(12), batches, fc.boolean(), async (log, sizes, forgetful) => {
        const view = await indexed(test.database, log, announcementsProjection, sizes, forgetful);
        const moments = momentsOf(log);
        expect(await statesByIndex(view, moments, HOLDS)).toEqual(statesByFold(log, moments));
        await view.drop();
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 25) },
    );
  }, 120_000);

  it('says what the fold says for every pair of happenings after a publication, in every order of time', async () => {
    for (const first of WHATS) {
      const logs = WHATS.flatMap((second) =>
        TIMES.map(([at, later]) => historyOf(pair(first, second, at, later))),
      ).map((log, number) => shifted(log, number));
      const view = await indexed(test.database, logs.flat());
      const moments = logs.flatMap((log, number) =>
        momentsOf(log).map((moment) => ({ ...moment, log, ids: IDS.map((id) => `${id}${number}`) })),
      );
      const expected = moments.map(({ log, ids, ...moment }) =>
        ids.map((id) => stateByFold(id, log, moment)).filter((state) => state !== null),
      );
      const actual = await statesByIndex(view, moments, HOLDS);
      const wrong = moments.findIndex((_, at) => !same(actual[at], expected[at]));
      if (wrong >= 0) expect({ ...moments[wrong], states: actual[wrong] }).toBe({ states: expected[wrong] });
      await view.drop();
    }
  }, 120_000);
});

/** Before, after and at the same time as each other. */
const TIMES = [
  [0, 3],
  [3, 0],
  [2, 2],
] as const;

/** a published, b published, then two happenings to a. */
function pair(first: Step['what'], second: Step['what'], at: number, later: number): Step[] {
  const step = (parts: Partial<Step>): Step => ({
    ...{ of: 0, what: 'publish', at: 2, item: 0, other: 1, flavour: 2 },
    ...parts,
  });
  return [
    step({}),
    step({ of: 1, item: 1, at: 1 }),
    step({ what: first, at, item: 2, flavour: 0 }),
    step({ what: second, at: later, item: 2, flavour: 3 }),
  ];
}

/** The same history of other announcements, in the part of the log that has this number. */
function shifted(log: readonly Event[], number: number): Event[] {
  return log.map((event) => {
    const data = { ...event.data } as Record<string, unknown>;
    for (const name of ['to', 'into', 'rereads'])
      if (typeof data[name] === 'string') data[name] += `${number}`;
    const position = String(Number(event.position) + number * 100);
    const named = { id: event.id + number, stream: event.stream + number, position, data };
    return { ...event, ...named } as Event;
  });
}
