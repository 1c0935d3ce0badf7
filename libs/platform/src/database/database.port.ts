/** Anything that runs SQL: the database itself or a transaction in it. `$1`… are the values. */
export interface Sql {
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** The one relational database: views, archive, schedule, backlog, checkpoints, and the default event log. */
export abstract class Database implements Sql {
  abstract query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;

  /** Like `query`, for a statement that is run often: each connection parses and plans it once, under `name`. */
  abstract prepared<Row extends object = Record<string, unknown>>(
    name: string,
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;

  /** Runs `work` in one transaction; rolls back and rethrows when it throws. */
  abstract transaction<Result>(work: (tx: Sql) => Promise<Result>): Promise<Result>;

  /**
   * Streams a query's rows in batches through a server-side cursor, in one repeatable-read snapshot.
   * Memory stays bounded whatever the result's size.
   */
  abstract stream<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
    batchSize?: number,
  ): AsyncIterable<Row[]>;

  /**
   * Hears NOTIFY on a channel, on one shared connection that reconnects by itself. `onNotice` is also
   * called once after every reconnect, since notices may have been missed. Resolves to a function that stops it.
   */
  abstract listen(channel: string, onNotice: (payload: string) => void): Promise<() => Promise<void>>;

  abstract close(): Promise<void>;
}
