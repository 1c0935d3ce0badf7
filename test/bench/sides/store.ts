import { eventStoreMigrations, PgEventStore, verifyLog } from '#event-store';
import type { Planned } from '../harness/history.js';
import type { BenchDatabase, BenchServer } from '../harness/server.js';

/** Our event store in a database of its own. */
export class StoreSide {
  readonly store: PgEventStore;
  readonly acknowledged: string[] = [];

  private constructor(readonly test: BenchDatabase) {
    this.store = new PgEventStore(test.database);
  }

  static async open(server: BenchServer): Promise<StoreSide> {
    return new StoreSide(await server.createDatabase(eventStoreMigrations));
  }

  append(batch: readonly Planned[]): Promise<unknown> {
    const [first] = batch;
    if (!first) throw new Error('A batch has at least one event.');
    return this.store.append(
      first.stream,
      first.revision - 1,
      batch.map(({ event }) => event),
    );
  }

  /** What is wrong with the log: hashes, chains, order, and every acknowledged event there exactly once. */
  async objection(): Promise<string | null> {
    const { problem } = await verifyLog(this.store);
    if (problem) return `position ${problem.position}: ${problem.what}`;
    const stored = new Map<string, number>();
    for await (const { id } of this.store.readAll()) stored.set(id, (stored.get(id) ?? 0) + 1);
    const lost = this.acknowledged.filter((id) => stored.get(id) !== 1).length;
    if (lost > 0) return `${lost} acknowledged events are not in the log exactly once`;
    if (stored.size === this.acknowledged.length) return null;
    return `${stored.size} events in the log, ${this.acknowledged.length} acknowledged`;
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.test.drop();
  }
}
