import { comparePositions, type Recorded } from '#domain';
import { upcast, type EventStore, type StoredEvent } from '#event-store';
import { fence, type Database, type Lease, type Sql } from '#platform';
import { checkpoint, lockGenerations, type Generation } from './generations.js';
import { rememberLog } from './log-check.js';
import { handled, type Projection } from './projection.js';
import { isAboutEvent, orSkip, type EventSkippedError } from './skipping.js';

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

export interface Advancing {
  database: Database;
  store: EventStore;
  lease: Lease | null;
  /** Told of events that a view could not take. */
  onError?: ((error: unknown) => void) | undefined;
}

/**
 * Applies a batch to every projection and moves their checkpoints, in one transaction under the lease: all of
 * it happens, or nothing. What a projection has applied before, by whomever, it is not told again. Where an event
 * cannot be taken, halves are tried until it stands alone, and the views that refuse it go on without it.
 */
export async function advance(context: Advancing, fillings: readonly Filling[], batch: Batch): Promise<void> {
  try {
    await attempt(context, fillings, batch, false);
  } catch (error) {
    if (batch.stored.length === 0 || !isAboutEvent(error)) throw error;
    if (batch.stored.length === 1) return attempt(context, fillings, batch, true);
    const half = batch.stored.length >> 1;
    const [before, after] = [batch.stored.slice(0, half), batch.stored.slice(half)];
    await advance(context, fillings, { stored: before, upTo: before.at(-1)!.position });
    await advance(context, fillings, { stored: after, upTo: batch.upTo });
  }
}

async function attempt(
  { database, store, lease, onError }: Advancing,
  fillings: readonly Filling[],
  batch: Batch,
  skipping: boolean,
): Promise<void> {
  try {
    const skipped = await database.transaction(async (tx) => {
      if (lease) await fence(tx, lease);
      return applyBatch(tx, store, fillings, batch, skipping);
    });
    for (const filling of fillings) filling.at = batch.upTo;
    if (skipped.length > 0) for (const filling of fillings) filling.memory.clear();
    for (const error of skipped) onError?.(error);
  } catch (error) {
    for (const filling of fillings) filling.memory.clear();
    throw error;
  }
}

/** The same within a transaction of the caller's. Returns which views skipped the event, where they may. */
export async function applyBatch(
  tx: Sql,
  store: EventStore,
  fillings: readonly Filling[],
  { stored, upTo }: Batch,
  skipping = false,
): Promise<EventSkippedError[]> {
  const skipped: EventSkippedError[] = [];
  const ids = fillings.map(({ generation }) => generation.id);
  const locked = new Map((await lockGenerations(tx, ids)).map((generation) => [generation.id, generation]));
  const events = stored.map((event) => upcast(event));
  for (const filling of fillings) {
    const generation = locked.get(filling.generation.id);
    if (generation?.state !== filling.generation.state)
      throw new GenerationChangedError(filling.projection.name);
    const work = () =>
      applyOne(tx, store, filling, newerThan(generation.position, events), generation.position);
    const refused = skipping ? await orSkip(tx, generation, stored[0]!.position, work) : await work();
    if (refused) skipped.push(refused);
  }
  await rememberLog(tx, events);
  const last = stored.at(-1);
  if (last) await checkpoint(tx, ids, last);
  if (last?.position !== upTo) await checkpoint(tx, ids, upTo);
  return skipped;
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
