import { GetFacets, ListAnnouncements, type Facets, type Moment } from '#projections';
import { median, quantile, timesOf } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import { facetsByFold, sorted } from '../sides/fold.js';
import type { ViewsSide } from '../sides/views.js';

const PAGES = 50;
const PAGE_ROUNDS = 10;
const ROUNDS = 3;
const CALLS = 10;
const MOST_GROWTH = 1.5;
const LEAST_GAIN = 20;

/** Pages and facets of a past moment, on logs of different size. */
export function asOf(logs: readonly (() => Promise<ViewsSide>)[]): Row {
  return { name: 'as-of', run: () => measure(logs) };
}

async function measure(logs: readonly (() => Promise<ViewsSide>)[]): Promise<Line[]> {
  const sides: ViewsSide[] = [];
  for (const log of logs) {
    const side = await log();
    await side.ensureBuilt();
    sides.push(side);
  }
  const times = await pageTimes(sides);
  const lines: Line[] = [];
  for (const [index, side] of sides.entries()) {
    lines.push(await pageLine(side, times[index]!, sides[0]!.events, times[0]!));
    lines.push(await facetsLine(side, side === sides.at(-1)));
  }
  return lines;
}

/** Milliseconds of pages of each log, by turns. */
async function pageTimes(sides: readonly ViewsSide[]): Promise<number[][]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round <= PAGE_ROUNDS; round += 1)
    for (const [index, { list, events }] of sides.entries()) {
      const page = (n: number) => {
        const moment = momentOf(round * PAGES + n, events);
        return list.execute(new ListAnnouncements({}, moment, { limit: 50 }));
      };
      const taken = await timesOf(PAGES, page);
      if (round > 0) times[index]!.push(...taken); // the first round warms up
    }
  return times;
}

async function pageLine(
  side: ViewsSide,
  times: number[],
  least: number,
  leastTimes: number[],
): Promise<Line> {
  const [p99, leastP99] = [quantile(times, 0.99), quantile(leastTimes, 0.99)];
  const isFirst = times === leastTimes;
  return {
    what: `as-of page of 50, ${number(side.events)} events, any asOf and knownAt: p99`,
    ours: `${number(p99, 1)} ms, median ${number(median(times), 1)} ms`,
    baseline: isFirst ? '–' : `itself at ${number(least)}: ${number(leastP99, 1)} ms`,
    figure: isFirst ? `${number(p99, 1)} ms` : `${number(p99 / leastP99, 2)}×`,
    target: isFirst ? 'told only' : `≤ ${MOST_GROWTH}×`,
    met: isFirst ? null : p99 / leastP99 <= MOST_GROWTH,
    gate: await pageGate(side),
  };
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
    const { data, next, ...rest } = await list.execute(
      new ListAnnouncements({}, moment, { cursor, limit: 200 }),
    );
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

async function facetsLine(side: ViewsSide, isLargest: boolean): Promise<Line> {
  const now: Moment = { asOf: '2026-11-01T00:00:00.000Z', knownAt: String(side.events) };
  const gains: number[] = [];
  const times: number[] = [];
  const folds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = await timesOf(CALLS, () => facetsOf(side, now));
    const [fold] = await timesOf(1, () => facetsByFold(side.store, now));
    times.push(...own);
    folds.push(fold!);
    gains.push(fold! / median(own));
  }
  const reading = await timesOf(ROUNDS, () => readLog(side));
  const past: Moment = { asOf: momentOf(0, side.events).asOf, knownAt: null };
  const moments = [now, past, ...[1, 2, 5].map((n) => momentOf(n, side.events))];
  return {
    what: `facets over the whole catalogue, ${number(side.events)} events`,
    ours: spread(times, ' ms', 1),
    baseline: `fold of the stored log ${spread(folds, ' ms')}, of which reading ${number(median(reading))} ms`,
    figure: spread(gains, '×', 1),
    target: isLargest ? `≥ ${LEAST_GAIN}×` : 'told only',
    met: isLargest ? median(gains) >= LEAST_GAIN : null,
    gate: await facetsGate(side, moments),
  };
}

async function readLog({ store }: ViewsSide): Promise<void> {
  for await (const _ of store.readAll()) continue;
}

function facetsOf({ facets }: ViewsSide, moment: Moment): Promise<Facets> {
  return facets.execute(new GetFacets({}, moment));
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
