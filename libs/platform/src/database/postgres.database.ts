import pg from 'pg';
import { Database, type Sql } from './database.port.js';
import { Listener } from './postgres.listener.js';

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => text);

/** The database over a pool of connections to a PostgreSQL server. */
export class PostgresDatabase extends Database {
  private readonly pool: pg.Pool;
  private readonly listener: Listener;
  private closed = false;

  constructor(connectionString: string, options: { max?: number; applicationName?: string } = {}) {
    super();
    const shared = { connectionString, application_name: options.applicationName ?? 'wic-tracker' };
    this.pool = new pg.Pool({ ...shared, max: options.max ?? 10 });
    this.pool.on('error', () => undefined); // an idle connection died: the pool replaces it
    this.listener = new Listener(shared);
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.pool.query(text, values));
  }

  async prepared<Row extends object>(name: string, text: string, values: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.pool.query({ name, text, values }));
  }

  async transaction<Result>(work: (tx: Sql) => Promise<Result>): Promise<Result> {
    return this.withClient('BEGIN', work);
  }

  async *stream<Row extends object>(text: string, values: unknown[] = [], batchSize = 1000) {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`DECLARE batches NO SCROLL CURSOR FOR ${text}`, values);
      for (;;) {
        const rows = rowsOf<Row>(await client.query(`FETCH ${batchSize} FROM batches`));
        if (rows.length > 0) yield rows;
        if (rows.length < batchSize) return;
      }
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      if (failure === undefined) await client.query('ROLLBACK');
      client.release(failure);
    }
  }

  async listen(channel: string, onNotice: (payload: string) => void): Promise<() => Promise<void>> {
    return this.listener.listen(channel, onNotice);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.listener.close();
    await this.pool.end();
  }

  private async withClient<Result>(begin: string, work: (tx: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    const onError = () => undefined; // the failed query rejects; without a listener this would end the process
    client.on('error', onError);
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work({
        query: async (text, values = []) => rowsOf(await client.query(text, values)),
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

/** A text of several statements gives several results: the last one's rows count. */
function rowsOf<Row>(result: pg.QueryResult | pg.QueryResult[]): Row[] {
  return (Array.isArray(result) ? result.at(-1) : result)?.rows as Row[];
}
