import { comparePositions, type AnnouncementEvent, type Recorded } from '#domain';
import type { EventStore } from '#event-store';
import type { Database } from '#platform';
import { createGeneration, createIndexes, type Generation } from '../runner/generations.js';
import type { Projection } from '../runner/projection.js';

type Event = Recorded<AnnouncementEvent>;

/** Tables of one projection in a spec's database, fed by hand. */
export class FedView {
  private readonly memory = new Map<string, unknown>();
  private at = '0';

  private constructor(
    readonly database: Database,
    readonly projection: Projection,
    readonly generation: Generation,
  ) {}

  /** Empty tables: those of a view that was given back, or new ones. */
  static async create(database: Database, projection: Projection): Promise<FedView> {
    const known = givenBack.get(database)?.pop();
    if (known?.projection.tables === projection.tables) {
      await database.query(await emptying(database, known.schema));
      return new FedView(database, projection, known.generation);
    }
    await database.query(
      `DELETE FROM view_generations WHERE name = $1 AND version = $2 AND state = 'building'`,
      [projection.name, projection.version],
    );
    const generation = await database.transaction((tx) => createGeneration(tx, projection));
    await database.transaction((tx) => createIndexes(tx, generation, projection));
    return new FedView(database, projection, generation);
  }

  get schema(): string {
    return this.generation.schema;
  }

  /** Applies the log in batches of these sizes, in turn; `forgetful` between them, as after a restart. */
  async feed(
    log: readonly Event[],
    sizes: readonly number[] = [log.length],
    forgetful = false,
  ): Promise<void> {
    let done = 0;
    for (let turn = 0; done < log.length; turn++) {
      const batch = log.slice(done, done + Math.max(1, sizes[turn % sizes.length]!));
      if (forgetful) this.memory.clear();
      await this.database.transaction((tx) =>
        this.projection.apply(batch, {
          tx,
          schema: this.schema,
          after: this.at,
          store: storeOf(log),
          memory: this.memory,
          capacity: 1000,
        }),
      );
      this.at = batch.at(-1)!.position;
      done += batch.length;
    }
  }

  /** Gives the tables back; they go with the database. */
  async drop(): Promise<void> {
    givenBack.set(this.database, [...(givenBack.get(this.database) ?? []), this]);
  }
}

const givenBack = new WeakMap<Database, FedView[]>();

async function emptying(database: Database, schema: string): Promise<string> {
  const tables = await database.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
    [schema],
  );
  return tables.map(({ name }) => `DELETE FROM ${schema}.${name}`).join(';');
}

/** As much of a store as a projection asks of it. */
function storeOf(log: readonly Event[]): EventStore {
  return {
    async *readStream(stream: string) {
      const own = log.filter((event) => event.stream === stream);
      yield* own.sort((a, b) => comparePositions(a.position, b.position));
    },
  } as unknown as EventStore;
}
