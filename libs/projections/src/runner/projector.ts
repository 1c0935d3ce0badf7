import { comparePositions } from '#domain';
import type { EventStore } from '#event-store';
import type { Database, Lease, Leases } from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { advance, GenerationChangedError, type Filling } from './advance.js';
import { build, type BuildProgress } from './builder.js';
import { EventFeed } from './event-feed.js';
import { allGenerations, dropGenerations, generationIn, type Generation } from './generations.js';
import { checkLog, ForeignViewsError } from './log-check.js';
import type { Projection } from './projection.js';
import type { Views } from './views.js';

const BATCH = 5000;
const REMEMBERED = 20_000;
const RETRY_MS = 1000;
const OUTDATED_MS = 86_400_000;

export interface ProjectorOptions {
  database: Database;
  store: EventStore;
  leases: Leases;
  projections: readonly Projection[];
  views: Views;
  /** Told of every failure that is tried again. */
  onError?: (error: unknown) => void;
  /** Told while views are filled for the first time or for a new version. */
  onProgress?: (progress: BuildProgress) => void;
}

/** Keeps the views in step with the log. Any number may run; one writes at a time. */
export class Projector {
  constructor(private readonly options: ProjectorOptions) {}

  /** Fills and follows until `signal` aborts. Rejects with ForeignViewsError when the views are not of this log. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.runOnce(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ForeignViewsError) throw error;
        if (error instanceof GenerationChangedError) continue;
        this.options.onError?.(error);
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Fills the views named (default: all) anew beside the live ones and switches over. */
  async rebuild(
    names: readonly string[] | null,
    signal: AbortSignal,
    onProgress?: (progress: BuildProgress) => void,
  ): Promise<void> {
    const { projections } = this.options;
    const unknown = names?.find((name) => !projections.some((projection) => projection.name === name));
    if (unknown !== undefined) {
      const known = projections.map(({ name }) => name).join(', ');
      throw new Error(`There is no view ${unknown}. The views are: ${known}.`);
    }
    const chosen = projections.filter(({ name }) => names?.includes(name) ?? true);
    await this.building(signal, (lease) =>
      build({ ...this.options, lease, signal, onProgress }, chosen, { fresh: true }),
    );
  }

  private async runOnce(signal: AbortSignal): Promise<void> {
    const { database, store, leases, onProgress, onError } = this.options;
    await checkLog(database, store);
    if ((await this.missing()).length > 0)
      await this.building(signal, async (lease) =>
        build({ database, store, lease, signal, onProgress, onError }, await this.missing()),
      );
    const lease = await leases.hold(this.leaseName(), signal);
    try {
      await this.follow(lease, AbortSignal.any([signal, lease.signal]));
    } finally {
      await lease.release();
    }
  }

  private async follow(lease: Lease, signal: AbortSignal): Promise<void> {
    const { database, store, views, onError } = this.options;
    const fillings = await this.liveFillings();
    const after = fillings.map(({ at }) => at).sort(comparePositions)[0];
    const ending = new AbortController();
    const feed = new EventFeed(store.subscribe({ after, signal: AbortSignal.any([signal, ending.signal]) }));
    try {
      for (let batch = await feed.next(BATCH); batch; batch = await feed.next(BATCH)) {
        signal.throwIfAborted();
        await advance({ database, store, lease, onError }, fillings, batch);
        views.tell(batch.upTo);
      }
      signal.throwIfAborted();
    } finally {
      ending.abort();
    }
  }

  private async liveFillings(): Promise<Filling[]> {
    const fillings: Filling[] = [];
    for (const projection of this.options.projections) {
      const generation = await generationIn(this.options.database, projection, 'live');
      if (!generation) throw new GenerationChangedError(projection.name);
      fillings.push({
        projection,
        generation,
        memory: new Map(),
        at: generation.position,
        capacity: REMEMBERED,
      });
    }
    return fillings;
  }

  private async missing(): Promise<Projection[]> {
    const generations = await allGenerations(this.options.database);
    const live = generations.filter(({ state }) => state === 'live');
    return this.options.projections.filter(
      ({ name, version }) => !live.some((known) => known.name === name && known.version === version),
    );
  }

  /** One process at a time builds; afterwards what nobody reads any more is dropped. */
  private async building(signal: AbortSignal, work: (lease: Lease) => Promise<void>): Promise<void> {
    const { database, leases } = this.options;
    const lease = await leases.hold('views/build', signal);
    try {
      await work(lease);
      const outdated = (await outdatedGenerations(database)).filter((old) => this.isOutdated(old));
      await database.transaction((tx) => dropGenerations(tx, outdated));
    } finally {
      await lease.release();
    }
  }

  private isOutdated({ name, version, state }: Generation): boolean {
    const current = this.options.projections.find((projection) => projection.name === name);
    return state === 'retired' || (current !== undefined && version < current.version);
  }

  /** Programs of different versions keep their own views side by side. */
  private leaseName(): string {
    const { projections } = this.options;
    return `views/${projections.map(({ name, version }) => `${name}@${version}`).join(',')}`;
  }
}

/** Retired tables, and those that no program has written for a day. */
async function outdatedGenerations(database: Database): Promise<Generation[]> {
  const idle = await database.query<{ id: string }>(
    `SELECT id FROM view_generations
     WHERE state = 'retired' OR changed_at < now() - $1 * interval '1 millisecond'`,
    [OUTDATED_MS],
  );
  const ids = new Set(idle.map(({ id }) => id));
  return (await allGenerations(database)).filter(({ id }) => ids.has(id));
}
