import { EVENTS_EACH, planned, type Planned } from './history.js';

/** Over so many announcements the twelve years of the history are spread. */
const STREAMS = 10_000;

/** Puts one batch into a store: the events of one stream from a revision on. */
export type Append = (batch: readonly Planned[]) => Promise<unknown>;

/** What is written in one round. */
export interface Load {
  writers: number;
  /** Events of one stream in a batch. */
  batchSize: number;
  /** In all. */
  events: number;
}

/** Batches by writer, each of streams of its own. `round` keeps rounds apart, so that no stream comes twice. */
export function queuesOf({ writers, batchSize, events }: Load, round: number): Planned[][][] {
  const each = Math.max(EVENTS_EACH, batchSize);
  const streams = events / each;
  if (streams % writers !== 0)
    throw new Error(`${streams} streams cannot be dealt evenly to ${writers} writers.`);
  return Array.from({ length: writers }, (_, writer) =>
    Array.from({ length: streams / writers }, (_, n) =>
      batchesOf(round * streams + writer * (streams / writers) + n, each, batchSize),
    ).flat(),
  );
}

function batchesOf(stream: number, each: number, batchSize: number): Planned[][] {
  const all = Array.from({ length: each }, (_, n) => planned(stream, n, STREAMS, each));
  return Array.from({ length: each / batchSize }, (_, n) => all.slice(n * batchSize, (n + 1) * batchSize));
}

/** Every writer appends its next batch when the one before was acknowledged. Returns the ids acknowledged. */
export async function write(queues: readonly Planned[][][], append: Append): Promise<string[]> {
  const acknowledged: string[] = [];
  await Promise.all(
    queues.map(async (queue) => {
      for (const batch of queue) {
        await append(batch);
        for (const { event } of batch) acknowledged.push(event.id);
      }
    }),
  );
  return acknowledged;
}
