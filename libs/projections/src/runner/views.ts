import { comparePositions } from '#domain';
import { LOG_START, type EventStore } from '#event-store';
import type { Database } from '#platform';
import { allGenerations, VIEWS_CHANNEL, type Generation } from './generations.js';
import type { Projection } from './projection.js';

const RECHECK_MS = 250;

/** The views are still being filled for the first time, or for a new version of the program. */
export class ViewNotReadyError extends Error {
  constructor(view: string) {
    super(`The view ${view} is still being filled from the log; try again shortly.`);
    this.name = 'ViewNotReadyError';
  }
}

/** How far a view is behind the log. */
export interface ViewLag {
  name: string;
  version: number;
  /** Null while its tables are first being filled. */
  position: string | null;
  head: string;
  /** Since the first event it has not taken in was recorded; 0 when it has everything. */
  lagMs: number;
}

/** Which tables readers read, and how far they are filled. Follows switches and the writers of any process. */
export class Views {
  private generations: Generation[] | null = null;
  private known: string = LOG_START;
  private listening: Promise<() => Promise<void>> | null = null;
  private readonly listeners = new Set<(position: string) => void>();

  constructor(
    private readonly database: Database,
    private readonly projections: readonly Pick<Projection, 'name' | 'version'>[],
  ) {}

  /** Begins to hear of moves and switches; until then every look goes to the database. */
  async open(): Promise<void> {
    this.listening ??= this.database.listen(VIEWS_CHANNEL, (payload) => this.hear(payload));
    await this.listening;
    await this.refresh();
  }

  async close(): Promise<void> {
    const stop = await this.listening;
    this.listening = null;
    await stop?.();
  }

  /** Everything up to this position can be read. */
  async position(): Promise<string> {
    if (!this.listening || this.generations === null) await this.refresh();
    return this.known;
  }

  /**
   * Runs a read with the schemas of the live tables by view name; once more when they were switched under it.
   * Throws ViewNotReadyError.
   */
  async read<Result>(work: (schemaOf: (view: string) => string) => Promise<Result>): Promise<Result> {
    const wasKept = this.generations !== null; // then they may have been switched since
    if (!wasKept) await this.refresh();
    try {
      return await work((view) => this.schemaOf(view));
    } catch (error) {
      const isStale = wasDropped(error) || (wasKept && error instanceof ViewNotReadyError);
      if (!isStale) throw error;
      await this.refresh();
      return work((view) => this.schemaOf(view));
    }
  }

  /** True once everything up to `position` can be read, false when that takes longer. */
  async waitFor(position: string, timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    const reached = () => comparePositions(this.known, position) >= 0;
    if (!reached()) await this.refresh();
    while (!reached()) {
      const left = deadline - Date.now();
      if (left <= 0) return false;
      await this.nextMove(Math.min(left, RECHECK_MS));
      if (!reached()) await this.refresh();
    }
    return true;
  }

  /** Calls back with the new position whenever the views have moved. Returns a function that stops it. */
  onAdvance(listener: (position: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Says that everything up to `position` can be read, ahead of the database's notice. */
  tell(position: string): void {
    if (comparePositions(position, this.known) <= 0) return;
    this.known = position;
    for (const listener of this.listeners) listener(position);
  }

  /** How far every view is behind. */
  async lag(store: EventStore): Promise<ViewLag[]> {
    const [generations, head] = [await allGenerations(this.database), await store.head()];
    const lags: ViewLag[] = [];
    for (const { name, version } of this.projections) {
      const position = generations.find(isLive(name, version))?.position ?? null;
      lags.push({ name, version, position, head, lagMs: await lagMs(store, position ?? LOG_START, head) });
    }
    return lags;
  }

  /** Events that live views could not take and went on without, the latest first. */
  skipped(limit = 20): Promise<{ view: string; position: string; reason: string }[]> {
    return this.database.query(
      `SELECT g.name AS view, s.position::text AS position, s.reason FROM view_skips s
       JOIN view_generations g ON g.id = s.generation AND g.state = 'live' ORDER BY s.position DESC LIMIT $1`,
      [limit],
    );
  }

  private schemaOf(view: string): string {
    const version = this.projections.find(({ name }) => name === view)?.version;
    const generation = this.generations?.find(isLive(view, version));
    if (generation) return generation.schema;
    this.generations = null;
    throw new ViewNotReadyError(view);
  }

  private async refresh(): Promise<void> {
    this.generations = await allGenerations(this.database);
    const live = this.projections.map(({ name, version }) => this.generations?.find(isLive(name, version)));
    const positions = live.map((generation) => generation?.position ?? LOG_START).sort(comparePositions);
    this.tell(positions[0] ?? LOG_START);
  }

  private hear(payload: string): void {
    if (/^\d+$/.test(payload)) this.tell(payload);
    else void this.refresh().catch(() => undefined); // the database is away: the next read tries again
  }

  private async nextMove(timeoutMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      const stop = this.onAdvance(done);
    });
  }
}

function isLive(view: string, version: number | undefined) {
  return ({ name, version: of, state }: Generation) => name === view && of === version && state === 'live';
}

/** PostgreSQL's codes for a table or schema that is gone. */
function wasDropped(error: unknown): boolean {
  return ['42P01', '3F000'].includes((error as { code?: string }).code ?? '');
}

async function lagMs(store: EventStore, position: string, head: string): Promise<number> {
  if (comparePositions(position, head) >= 0) return 0;
  for await (const event of store.readAll({ from: position, limit: 1 }))
    return Math.max(0, Date.now() - Date.parse(event.recordedAt));
  return 0;
}
