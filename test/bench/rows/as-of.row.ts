import type { Facets, Moment } from '#projections';
import { median, quantile, rateOf, timesOf } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import { facetsByFold, sorted } from '../sides/fold.js';
import type { ViewsSide } from '../sides/views.js';

const PAGES = 300;
const ROUNDS = 3;
const CALLS = 10;
const MOST_GROWTH = 1.5;
const LEAST_GAIN = 20;

/** Pages and facets of a past moment, on logs of different size. */
export function asOf(logs: readonly (() => Promise<ViewsSide>)[]): Row {
  return { name: 'as-of', run: () => measure(logs) };
}

async function measure(logs: readonly (() => Promise<ViewsSide>)[]): Promise<Line[]> {
  const lines: Line[] = [];
  const smallest = { p99: NaN, events: 0 };
  for (const log of logs) {
    const side = await log();
    await side.ensureBuilt();
    const times = await pageTimes(side);
    const isFirst = lines.length === 0;
    const p99 = quantile(times, 0.99);
    if (isFirst) Object.assign(smallest, { p99, events: side.events });
    const growth = p99 / smallest.p99;
    lines.push({
      what: `as-of page of 50, ${number(side.events)} events, any asOf and knownAt: p99`,
      ours: `${number(p99, 1)} ms, median ${number(median(times), 1)} ms`,
      baseline: isFirst ? '–' : `itself at ${number(smallest.events)}: ${number(smallest.p99, 1)} ms`,
      figure: isFirst ? `${number(p99, 1)} ms` : `${number(growth, 2)}×`,
      target: isFirst ? 'told only' : `≤ ${MOST_GROWTH}×`,
      met: isFirst ? null : growth <= MOST_GROWTH,
      gate: await pageGate(side),
    });
    lines.push(await facetsLine(side));
  }
  return lines;
}

async function pageTimes({ list, events }: ViewsSide): Promise<number[]> {
  const page = (n: number) =>
    list.execute({ filter: {}, moment: momentOf(n, events), page: { limit: 50 } } as never);
  await timesOf(50, page);
  return timesOf(PAGES, page);
}

/** Moments all over both axes, the same in every run: the golden ratio scatters them evenly. */
function momentOf(n: number, events: number): Moment {
  const first = Date.UTC(2014, 10, 1);
  const asOf = new Date(first + ((n * 0.618034) % 1) * 12 * 365 * 86_400_000).toISOString();
  return { asOf, knownAt: n % 2 ? null : String(1 + Math.floor(((n * 0.754878) % 1) * (events - 1))) };
}

/** The page against the whole list walked by cursor, and its total against it. */
async function pageGate({ list, events }: ViewsSide): Promise<Line['gate']> {
  const moment = momentOf(1, events);
  const ids: string[] = [];
  let told = { total: 0, totalIsMinimum: false };
  let last = '9999';
  let disorder = 0;
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, next, ...rest } = await list.execute({
      filter: {},
      moment,
      page: { cursor, limit: 200 },
    } as never);
    for (const { id, announcedAt } of data) {
      if (announcedAt > last || announcedAt > moment.asOf!) disorder += 1;
      last = announcedAt;
      ids.push(id);
    }
    if (cursor === undefined) told = rest;
    cursor = next;
  }
  const unique = new Set(ids).size;
  const passed = disorder === 0 && unique === ids.length && (told.totalIsMinimum || told.total === unique);
  return { passed, says: `${number(unique)} of ${number(told.total)} by cursor, ${disorder} out of order` };
}

async function facetsLine(side: ViewsSide): Promise<Line> {
  const moment: Moment = { asOf: momentOf(0, side.events).asOf, knownAt: null };
  const moments = [1, 2, 5].map((n) => momentOf(n, side.events));
  const now: Moment = { asOf: '2026-11-01T00:00:00.000Z', knownAt: String(side.events) };
  const gains: number[] = [];
  const times: number[] = [];
  const folds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = await timesOf(CALLS, () => facetsOf(side, now));
    const fold = 1000 / (await rateOf(1, () => facetsByFold(side.store, now)));
    times.push(...own);
    folds.push(fold);
    gains.push(fold / median(own));
  }
  return {
    what: `facets over the whole catalogue, ${number(side.events)} events`,
    ours: spread(times, ' ms', 1),
    baseline: `fold of the stored log ${spread(folds, ' ms')}`,
    figure: spread(gains, '×', 1),
    target: `≥ ${LEAST_GAIN}× at the largest`,
    met: median(gains) >= LEAST_GAIN,
    gate: await facetsGate(side, [moment, now, ...moments]),
  };
}

function facetsOf({ facets }: ViewsSide, moment: Moment): Promise<Facets> {
  return facets.execute({ filter: {}, moment } as never);
}

async function facetsGate(side: ViewsSide, moments: readonly Moment[]): Promise<Line['gate']> {
  for (const moment of moments) {
    const own = await facetsOf(side, moment);
    const ordered = Object.entries(own).map(([facet, values]) => [
      facet,
      sorted(new Map(values.map(({ value, count }) => [value, count]))),
    ]);
    const fold = Object.entries(await facetsByFold(side.store, moment));
    if (JSON.stringify(ordered) !== JSON.stringify(fold))
      return { passed: false, says: `differ from the fold at ${JSON.stringify(moment)}` };
  }
  return { passed: true, says: `equal to the fold at ${moments.length} moments` };
}
