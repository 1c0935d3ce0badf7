import { interleave, median, ratios, rateOf } from '../harness/measure.js';
import { number, spread, type Line, type Row } from '../harness/report.js';
import type { BenchServer } from '../harness/server.js';
import { queuesOf, write, type Append, type Load } from '../harness/writers.js';
import { EmmettSide } from '../sides/emmett.js';
import { RawInsertSide } from '../sides/raw-insert.js';
import { StoreSide } from '../sides/store.js';

const ROUNDS = 5;

interface Comparison extends Load {
  what: string;
  target: number;
}

const one = { batchSize: 1 };
const RAW: Comparison[] = [
  { ...one, what: 'append 1 event, sequential', writers: 1, events: 500, target: 0.8 },
  { ...one, what: 'append 1 event, 10 concurrent', writers: 10, events: 2000, target: 1 },
  { ...one, what: 'append 1 event, 100 concurrent', writers: 100, events: 5000, target: 1.5 },
];
const EMMETT: Comparison[] = [
  { ...one, what: 'append 1 event, sequential', writers: 1, events: 500, target: 1.5 },
  { ...one, what: 'append 1 event, 10 concurrent', writers: 10, events: 1000, target: 3 },
  { ...one, what: 'append 1 event, 100 concurrent', writers: 100, events: 3000, target: 4 },
  { what: 'append batches of 100, sequential', writers: 1, batchSize: 100, events: 10_000, target: 1.2 },
];

interface Side {
  append: Append;
  objection(): Promise<string | null>;
  close(): Promise<void>;
}

/** Appending, against INSERTs of the same rows with nothing around them. */
export function appendAgainstInsert(server: BenchServer): Row {
  const open = (writers: number) => RawInsertSide.open(server, writers);
  return { name: 'append-insert', run: () => compareAll(server, RAW, 'raw INSERT', open) };
}

/** Appending, against emmett-postgresql. */
export function appendAgainstEmmett(server: BenchServer): Row {
  const open = () => EmmettSide.open(server);
  return { name: 'append-emmett', run: () => compareAll(server, EMMETT, 'emmett', open) };
}

async function compareAll(
  server: BenchServer,
  comparisons: readonly Comparison[],
  name: string,
  open: (writers: number) => Promise<Side>,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const comparison of comparisons) {
    const ours = await StoreSide.open(server);
    const baseline = await open(comparison.writers);
    lines.push(await compare(comparison, name, ours, baseline));
    await ours.close();
    await baseline.close();
  }
  return lines;
}

async function compare(load: Comparison, name: string, ours: StoreSide, baseline: Side): Promise<Line> {
  const figures = await interleave(
    ROUNDS,
    async (round) => {
      const queues = queuesOf(load, round);
      return rateOf(load.events, async () => {
        ours.acknowledged.push(...(await write(queues, (batch) => ours.append(batch))));
      });
    },
    async (round) => {
      const queues = queuesOf(load, round);
      return rateOf(load.events, () => write(queues, (batch) => baseline.append(batch)));
    },
  );
  const ratio = ratios(figures.ours, figures.baseline);
  const objection = (await ours.objection()) ?? (await baseline.objection());
  return {
    what: load.what,
    ours: spread(figures.ours, ' events/s'),
    baseline: `${name} ${spread(figures.baseline, ' events/s')}`,
    figure: spread(ratio, '×', 2),
    target: `≥ ${number(load.target, 1)}×`,
    met: median(ratio) >= load.target,
    gate: {
      passed: objection === null,
      says: objection ?? `${number(ours.acknowledged.length)} events of ours there once, chains intact`,
    },
  };
}
