import { openEmmett, type Emmett } from '../harness/emmett.js';
import type { Planned } from '../harness/history.js';
import type { BenchDatabase, BenchServer } from '../harness/server.js';

/** Its driver's own number: with a connection for each of 100 writers it is slower. */
const CONNECTIONS = 10;

/** emmett-postgresql in a database of its own. */
export class EmmettSide {
  acknowledged = 0;

  private constructor(
    private readonly test: BenchDatabase,
    readonly emmett: Emmett,
  ) {}

  static async open(server: BenchServer): Promise<EmmettSide> {
    const test = await server.createDatabase();
    return new EmmettSide(test, await openEmmett(test.url, CONNECTIONS));
  }

  async append(batch: readonly Planned[]): Promise<void> {
    const [first] = batch;
    if (!first) throw new Error('A batch has at least one event.');
    await this.emmett.append(
      first.stream,
      first.revision - 1,
      batch.map(({ event }) => event),
    );
    this.acknowledged += batch.length;
  }

  async objection(): Promise<string | null> {
    const count = await this.emmett.count();
    return count === this.acknowledged
      ? null
      : `baseline: ${count} messages, ${this.acknowledged} acknowledged`;
  }

  async close(): Promise<void> {
    await this.emmett.close();
    await this.test.database.close(); // it ends with the server: its pools may not have let go of it yet
  }
}
