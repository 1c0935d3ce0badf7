import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { historyOf, WHATS } from '../announcements/histories.fixture.js';
import { projections } from '../projections.js';
import { LogUnderTest } from '../runner/logs.fixture.js';
import type { Views } from '../runner/views.js';
import { verifyViews } from './verify-views.js';

let log: LogUnderTest;
let views: Views;
beforeAll(async () => {
  log = await LogUnderTest.create();
  ({ views } = await log.start(projections));
  const steps = WHATS.flatMap((what, at) =>
    [0, 1, 2].map((of) => ({
      of,
      what,
      at: (at + of) % 5,
      item: at % 4,
      other: (of + 1) % 3,
      flavour: at % 4,
    })),
  );
  await views.waitFor(await log.add(historyOf(steps)), 10_000);
});
afterAll(() => log.close());

const verify = () => verifyViews(log.store, log.test.database, views);

it('finds that the views say what the log says', async () => {
  expect(await verify()).toMatchObject({
    announcements: 3,
    difference: null,
    position: await log.store.head(),
  });
});

it.each([
  [
    'a changed state',
    `UPDATE $states SET state = jsonb_set(state, '{kind}', '"award"') WHERE announcement = 'b'`,
  ],
  [
    'an end moved',
    `UPDATE $rectangles SET known_to = known_to - 1 WHERE announcement = 'b' AND known_to < 100`,
  ],
  ['a lost rectangle', `DELETE FROM $rectangles WHERE announcement = 'b' AND known_to > 1000000`],
])('names the announcement with %s', async (_what, damage) => {
  const schema = await views.read(async (schemaOf) => schemaOf('announcements'));
  const sql = damage.replace(/\$(\w+)/, `${schema}.$1`);
  const undo = `CREATE TABLE kept AS TABLE ${schema}.${/\$(\w+)/.exec(damage)![1]}`;
  await log.test.database.query(undo);
  await log.test.database.query(sql);
  const { difference } = await verify();
  expect(difference).toMatchObject({ announcement: 'b' });
  expect(difference!.byLog).not.toEqual(difference!.byIndex);
  const table = `${schema}.${/\$(\w+)/.exec(damage)![1]}`;
  await log.test.database.query(`TRUNCATE ${table}; INSERT INTO ${table} TABLE kept; DROP TABLE kept`);
  expect((await verify()).difference).toBeNull();
});
