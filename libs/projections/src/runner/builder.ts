import { comparePositions } from '#domain';
import type { EventStore, StoredEvent } from '#event-store';
import type { Database, Lease, Sql } from '#platform';
import { advance, applyBatch, type Filling } from './advance.js';
import {
  createGeneration,
  createIndexes,
  dropGenerations,
  generationIn,
  goLive,
  lockGenerations,
} from './generations.js';
import type { Projection } from './projection.js';

const BATCH = 5000;
const REMEMBERED = 20_000;

/** How far a build has come: positions of this log, and how many events it has read. */
export interface BuildProgress {
  views: string[];
  position: string;
  head: string;
  events: number;
}

export interface BuildContext {
  database: Database;
  store: EventStore;
  lease: Lease;
  signal: AbortSignal;
  onProgress?: (progress: BuildProgress) => void;
  /** Told of events that a view could not take. */
  onError?: (error: unknown) => void;
}

/**
 * Fills new tables for these projections from the log, beside whatever is live, and switches the readers over
 * once they hold everything. A build that was interrupted goes on where it stood, unless `fresh`.
 */
export async function build(
  context: BuildContext,
  projections: readonly Projection[],
  { fresh = false } = {},
): Promise<void> {
  if (projections.length === 0) return;
  const { database } = context;
  const fillings: Filling[] = [];
  for (const projection of projections) fillings.push(await begin(database, projection, fresh));
  await fill(context, fillings);
  for (const { generation, projection } of fillings) {
    await database.query(`VACUUM (ANALYZE) ${await tablesOf(database, generation.schema)}`);
    await database.transaction((tx) => createIndexes(tx, generation, projection));
  }
  await fill(context, fillings);
  await switchOver(context, fillings);
}

async function begin(database: Database, projection: Projection, fresh: boolean): Promise<Filling> {
  return database.transaction(async (tx) => {
    const begun = await generationIn(tx, projection, 'building');
    if (begun && fresh) await dropGenerations(tx, [begun]);
    const generation = begun && !fresh ? begun : await createGeneration(tx, projection);
    return { projection, generation, memory: new Map(), at: generation.position, capacity: REMEMBERED };
  });
}

/** Applies what the log holds now. */
async function fill(context: BuildContext, fillings: readonly Filling[]): Promise<void> {
  const { store, signal } = context;
  const views = fillings.map(({ projection }) => projection.name);
  const head = await store.head();
  let events = 0;
  for await (const stored of readAhead(inBatches(store.readAll({ from: behind(fillings) })))) {
    signal.throwIfAborted();
    const position = stored.at(-1)!.position;
    await advance(context, fillings, { stored, upTo: position });
    events += stored.length;
    context.onProgress?.({ views, position, head, events });
  }
}

/** Applies the rest while the live tables stand still, then lets the new ones take their place. */
async function switchOver(context: BuildContext, fillings: readonly Filling[]): Promise<void> {
  const { store } = context;
  await context.database.transaction(async (tx) => {
    const last = await lockLive(tx, fillings);
    for await (const stored of inBatches(store.readAll({ from: behind(fillings) })))
      await applyBatch(tx, store, fillings, { stored, upTo: stored.at(-1)!.position });
    if (last !== undefined) await applyBatch(tx, store, fillings, { stored: [], upTo: last });
    for (const { generation } of fillings) await goLive(tx, generation);
  });
}

/** Keeps the live tables of these views from moving; the furthest position among them. */
async function lockLive(tx: Sql, fillings: readonly Filling[]): Promise<string | undefined> {
  const ids: string[] = [];
  for (const { projection } of fillings) {
    const live = await generationIn(tx, projection, 'live');
    if (live) ids.push(live.id);
  }
  const positions = (await lockGenerations(tx, ids)).map(({ position }) => position);
  return positions.sort(comparePositions).at(-1);
}

function behind(fillings: readonly Filling[]): string {
  return fillings.map(({ at }) => at).sort(comparePositions)[0]!;
}

async function* inBatches(events: AsyncIterable<StoredEvent>): AsyncGenerator<StoredEvent[]> {
  let batch: StoredEvent[] = [];
  for await (const event of events) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Reads the next batch while the one before is being written. */
async function* readAhead<T>(batches: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = batches.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = batches.next();
      next.catch(() => undefined); // thrown when it is awaited
      yield value;
    }
  } finally {
    await batches.return(undefined);
  }
}

async function tablesOf(database: Database, schema: string): Promise<string> {
  const rows = await database.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1`,
    [schema],
  );
  return rows.map(({ name }) => name).join(', ');
}
