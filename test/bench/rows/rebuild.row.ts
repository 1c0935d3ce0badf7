import { verifyViews } from '#projections';
import { EAGER, type Pulling } from '../harness/emmett.js';
import { interleave, median, rateOf, ratios } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import type { BenchServer } from '../harness/server.js';
import { queuesOf, write } from '../harness/writers.js';
import { EmmettSide } from '../sides/emmett.js';
import type { ViewsSide } from '../sides/views.js';

const ROUNDS = 2;
/**
 * Of the baseline's log: it takes so long that a part tells its rate. One writer wrote it: of a log that several
 * wrote at once its rebuild leaves events out.
 */
const THEIRS = 3000;

/** All of our views from the log, against one projection of emmett's. */
export function rebuild(server: BenchServer, log: () => Promise<ViewsSide>): Row {
  return { name: 'rebuild', run: async () => measure(server, await log()) };
}

async function measure(server: BenchServer, ours: ViewsSide): Promise<Line[]> {
  const theirs = await EmmettSide.open(server);
  await write(queuesOf({ writers: 1, batchSize: 10, events: THEIRS }, 0), (batch) => theirs.append(batch));
  let counted = THEIRS;
  const rebuilt = (pulling?: Pulling) =>
    rateOf(THEIRS, async () => {
      counted = Math.min(counted, await theirs.emmett.rebuild(pulling));
    });
  const figures = await interleave(
    ROUNDS,
    () => rateOf(ours.events, () => ours.build()),
    () => rebuilt(),
  );
  const tuned = await rebuilt(EAGER);
  const reading = [await readingRate(ours), await readingRate(ours), await readingRate(ours)];
  await theirs.close();
  const ratio = ratios(figures.ours, figures.baseline);
  const gate = await check(ours, counted);
  const what = `rebuild of all views from ${number(ours.events)} events`;
  const rate = spread(figures.ours, ' events/s');
  const share = figures.ours.map((each) => (100 * each) / median(reading));
  return [
    {
      what,
      ours: rate,
      baseline: `emmett, one projection, ${number(THEIRS)} events: ${spread(figures.baseline, ' events/s')}`,
      figure: spread(ratio, '×', 1),
      target: '≥ 20×',
      met: median(ratio) >= 20,
      gate,
    },
    {
      what: `${what}, emmett told to pull eagerly`,
      ours: rate,
      baseline: `emmett ${number(tuned)} events/s`,
      figure: `${number(median(figures.ours) / tuned, 1)}×`,
      target: 'told only',
      met: null,
      gate,
    },
    {
      what: `${what}, share of the rate at which the log is read`,
      ours: rate,
      baseline: `reading ${spread(reading, ' events/s')}`,
      figure: spread(share, ' %', 1),
      target: 'told only',
      met: null,
      gate,
    },
  ];
}

function readingRate({ store, events }: ViewsSide): Promise<number> {
  return rateOf(events, async () => {
    let read = 0;
    for await (const _ of store.readAll()) read += 1;
    if (read !== events + 1) throw new Error(`${read} events were read, not ${events} and the first.`);
  });
}

async function check({ store, test, views }: ViewsSide, counted: number): Promise<Line['gate']> {
  const { difference, compared } = await verifyViews(store, test.database, views);
  if (difference)
    return {
      passed: false,
      says: `announcement ${difference.announcement} differs at ${difference.knownAt}`,
    };
  if (counted !== THEIRS)
    return { passed: false, says: `baseline: ${counted} of ${THEIRS} events were projected` };
  return { passed: true, says: `index equals the fold at ${number(compared)} positions, over every asOf` };
}
