import { comparePositions, type Recorded } from '#domain';
import { upcast, type EventStore, type StoredEvent } from '#event-store';
import { fence, type Database, type Lease, type Sql } from '#platform';
import { checkpoint, lockGenerations, type Generation } from './generations.js';
import { rememberLog } from './log-check.js';
import { handled, type Projection } from './projection.js';

/** A projection with the set of tables it fills and what it remembers from batch to batch. */
export interface Filling {
  projection: Projection;
  generation: Generation;
  memory: Map<string, unknown>;
  /** Where `memory` was left. */
  at: string;
  /** About how many events `memory` may hold. */
  capacity: number;
}

/** The tables being written were switched or dropped by somebody else: look again which ones are live. */
export class GenerationChangedError extends Error {
  constructor(view: string) {
    super(`The tables of view ${view} were replaced while they were being written.`);
    this.name = 'GenerationChangedError';
  }
}

/** Events in log order, without any left out between the last batch and `upTo`. */
export interface Batch {
  stored: readonly StoredEvent[];
  upTo: string;
}

/**
 * Applies a batch to every projection and moves their checkpoints, in one transaction under the lease: all of
 * it happens, or nothing. What a projection has applied before, by whomever, it is not told again.
 */
export async function advance(
  { database, store, lease }: { database: Database; store: EventStore; lease: Lease | null },
  fillings: readonly Filling[],
  batch: Batch,
): Promise<void> {
  try {
    await database.transaction(async (tx) => {
      if (lease) await fence(tx, lease);
      await applyBatch(tx, store, fillings, batch);
    });
    for (const filling of fillings) filling.at = batch.upTo;
  } catch (error) {
    for (const filling of fillings) filling.memory.clear();
    throw error;
  }
}

/** The same within a transaction of the caller's. */
export async function applyBatch(
  tx: Sql,
  store: EventStore,
  fillings: readonly Filling[],
  { stored, upTo }: Batch,
): Promise<void> {
  const ids = fillings.map(({ generation }) => generation.id);
  const locked = new Map((await lockGenerations(tx, ids)).map((generation) => [generation.id, generation]));
  const events = stored.map((event) => upcast(event));
  for (const filling of fillings) {
    const generation = locked.get(filling.generation.id);
    if (generation?.state !== filling.generation.state)
      throw new GenerationChangedError(filling.projection.name);
    await applyOne(tx, store, filling, newerThan(generation.position, events), generation.position);
  }
  await rememberLog(tx, events);
  const last = stored.at(-1);
  if (last) await checkpoint(tx, ids, last);
  if (last?.position !== upTo) await checkpoint(tx, ids, upTo);
}

async function applyOne(
  tx: Sql,
  store: EventStore,
  filling: Filling,
  events: readonly Recorded[],
  after: string,
): Promise<void> {
  const { projection, generation, memory, capacity } = filling;
  if (filling.at !== after) memory.clear();
  const own = handled(projection, events);
  if (own.length === 0) return;
  await projection.apply(own, { tx, schema: generation.schema, after, store, memory, capacity });
}

function newerThan(position: string, events: readonly Recorded[]): readonly Recorded[] {
  const first = events.findIndex((event) => comparePositions(event.position, position) > 0);
  return first < 0 ? [] : events.slice(first);
}
