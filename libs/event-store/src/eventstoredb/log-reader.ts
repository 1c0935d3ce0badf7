import {
  BACKWARDS,
  FORWARDS,
  END,
  START,
  type AllStreamRecordedEvent,
  type EventStoreDBClient,
  type AllStreamResolvedEvent,
} from '@eventstore/db-client';
import { LOG_START, type ReadAllOptions, type StoredEvent } from '../port/event-store.port.js';
import { each } from './pull.js';
import { fromRecord, recordedAtOf, tellsNotBefore } from './record.format.js';
import { asUnavailable } from './unavailable.js';

const LARGEST_PAGE = 4096;
/** How many records back an earlier time of recording is looked for where reading begins in mid-log. */
const LOOK_BACK = 64;
const PATIENCE_MS = 10_000;

/** Where a reader stands: the server it reads and which of its streams are ours. */
export interface ReadFrom {
  client: EventStoreDBClient;
  address: string;
  prefix: string;
}

/** Reads the server's log of all streams, of which only some records are ours. */
export class LogReader {
  constructor(private readonly server: ReadFrom) {}

  /** Events in order of position. `recordedAt` never falls while reading forwards. */
  async *readAll({ types, limit = Infinity, ...range }: ReadAllOptions = {}): AsyncGenerator<StoredEvent> {
    let left = limit;
    if (left <= 0) return;
    // Beside each event stands the record of its id.
    const page = Math.min(2 * limit + 2, LARGEST_PAGE);
    for await (const event of this.read(range, page)) {
      if (types && !types.includes(event.type)) continue;
      yield event;
      if (--left <= 0) return;
    }
  }

  /** Position of our last event. */
  async head(): Promise<string> {
    for await (const event of this.readAll({ direction: 'backwards', limit: 1 })) return event.position;
    return LOG_START;
  }

  /** The latest time of recording in the log, empty when nothing of ours is in it. */
  async latestRecording(): Promise<string> {
    let latest = '';
    for await (const record of this.records('backwards', undefined, 1)) {
      latest = later(recordedAtOf(record), latest);
      if (tellsNotBefore(record)) return latest;
    }
    return '';
  }

  /** The latest time of recording of the events up to and including a position, as far as looking back goes. */
  async recordedBefore(position: string): Promise<string> {
    if (position === LOG_START) return '';
    let latest = '';
    let looked = 0;
    const upTo = String(BigInt(position) + 1n);
    for await (const record of this.records('backwards', upTo, LOOK_BACK)) {
      const event = fromRecord(record, this.server.prefix);
      if (event) latest = later(event.recordedAt, latest);
      if (++looked >= LOOK_BACK) break;
    }
    return latest;
  }

  private read({ from, direction }: ReadAllOptions, page: number): AsyncGenerator<StoredEvent> {
    return direction === 'backwards' ? this.backwards(from, page) : this.forwards(from ?? LOG_START, page);
  }

  private async *forwards(from: string, page: number): AsyncGenerator<StoredEvent> {
    let latest = await this.recordedBefore(from);
    for await (const record of this.records('forwards', from, page)) {
      const event = fromRecord(record, this.server.prefix);
      if (!event) continue;
      latest = later(event.recordedAt, latest);
      yield { ...event, recordedAt: latest };
    }
  }

  private async *backwards(from: string | undefined, page: number): AsyncGenerator<StoredEvent> {
    if (from === LOG_START) return;
    for await (const record of this.records('backwards', from, page)) {
      const event = fromRecord(record, this.server.prefix);
      if (event) yield event;
    }
  }

  /** Every record after (backwards: before) a position, read in pages that grow. */
  private async *records(
    direction: 'forwards' | 'backwards',
    from: string | undefined,
    firstPage: number,
  ): AsyncGenerator<AllStreamRecordedEvent> {
    let last = from === undefined || from === LOG_START ? undefined : BigInt(from);
    for (let size = firstPage; ; size = Math.min(size * 4, LARGEST_PAGE)) {
      let read = 0;
      for await (const record of this.page(direction, last, size)) {
        read += 1;
        if (record.position.commit === last) continue;
        last = record.position.commit;
        yield record;
      }
      if (read < size) return;
    }
  }

  private async *page(direction: 'forwards' | 'backwards', from: bigint | undefined, maxCount: number) {
    const open = direction === 'forwards' ? START : END;
    const reading = this.server.client.readAll(
      {
        direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
        fromPosition: from === undefined ? open : { commit: from, prepare: from },
        maxCount,
      },
      { highWaterMark: 256 },
    );
    const options = { patience: PATIENCE_MS, cancel: () => reading.cancel() };
    try {
      for await (const { event } of each<AllStreamResolvedEvent>(reading, options)) if (event) yield event;
    } catch (error) {
      throw asUnavailable(error, this.server.address);
    }
  }
}

/** The later of two instants as text. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}
