import { isConnectionLoss, type Database } from '#platform';
import {
  LOG_START,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
} from '../port/event-store.port.js';
import { unavailable } from './appender.js';
import { EVENT_COLUMNS, eventOf, type EventRow } from './event-row.js';
import { pages } from './pages.js';

const BEYOND_ALL = '9223372036854775807';

/** The queries that read the log. Loss of the server is an `EventStoreUnavailableError`. */
export class LogReader {
  constructor(private readonly database: Database) {}

  async head(): Promise<string> {
    const text = 'SELECT position FROM log_events ORDER BY position DESC LIMIT 1';
    const [row] = await this.query<{ position: string }>(text, []);
    return row?.position ?? LOG_START;
  }

  async *all(options: ReadAllOptions = {}): AsyncGenerator<StoredEvent> {
    const backwards = options.direction === 'backwards';
    const types = options.types ? [[...options.types]] : [];
    const text =
      `SELECT ${EVENT_COLUMNS} FROM log_events WHERE position ${backwards ? '<' : '>'} $1` +
      `${options.types ? ' AND type = ANY($3)' : ''} ORDER BY position ${backwards ? 'DESC' : 'ASC'} LIMIT $2`;
    const fetch = (from: string, size: number) => this.query<EventRow>(text, [from, size, ...types]);
    const start = options.from ?? (backwards ? BEYOND_ALL : LOG_START);
    for await (const rows of pages(fetch, start, (row) => row.position, options.limit))
      for (const row of rows) yield eventOf(row);
  }

  async *stream(stream: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent> {
    const backwards = options.direction === 'backwards';
    const text =
      `SELECT ${EVENT_COLUMNS} FROM log_events WHERE stream = $3 AND revision ${backwards ? '<=' : '>='} $1 ` +
      `ORDER BY revision ${backwards ? 'DESC' : 'ASC'} LIMIT $2`;
    const fetch = (from: number, size: number) => this.query<EventRow>(text, [from, size, stream]);
    const next = (row: EventRow) => row.revision + (backwards ? -1 : 1);
    const start = options.from ?? (backwards ? 2147483647 : 0);
    for await (const rows of pages(fetch, start, next, options.limit))
      for (const row of rows) yield eventOf(row);
  }

  /** Events after one position up to another, at most `limit`. */
  async between(
    after: string,
    upTo: string,
    limit: number,
    types?: readonly string[],
  ): Promise<StoredEvent[]> {
    const filter = types ? ' AND type = ANY($4)' : '';
    const rows = await this.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM log_events WHERE position > $1 AND position <= $2${filter} ` +
        'ORDER BY position LIMIT $3',
      [after, upTo, limit, ...(types ? [[...types]] : [])],
    );
    return rows.map(eventOf);
  }

  async byIds(ids: readonly string[]): Promise<StoredEvent[]> {
    const text = `SELECT ${EVENT_COLUMNS} FROM log_events WHERE id = ANY($1)`;
    return (await this.query<EventRow>(text, [[...ids]])).map(eventOf);
  }

  /** Hash of one event of a stream; null when there is none. */
  async hashAt(stream: string, revision: number): Promise<string | null> {
    const text = 'SELECT hash FROM log_events WHERE stream = $1 AND revision = $2';
    const [row] = await this.query<{ hash: string }>(text, [stream, revision]);
    return row?.hash ?? null;
  }

  private async query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      return await this.database.query<Row>(text, values);
    } catch (error) {
      throw isConnectionLoss(error) ? unavailable(error) : error;
    }
  }
}
