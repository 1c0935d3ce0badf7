import { Gathered } from '#platform';
import type { PublicEvent } from '#projections';
import type { DeliveryPorts } from '../../delivery-ports.js';
import {
  nextDue,
  pickDue,
  postpone,
  type BacklogRow,
  type DueQuery,
  type DueRow,
} from '../backlog.queries.js';
import type { EventCache } from './event-cache.js';

/** A row of the backlog with the event it is for. */
export interface Served {
  row: BacklogRow;
  event: PublicEvent;
}

/** What is due of one webhook, each in the order it is to be sent. */
export interface Due {
  live: Served[];
  replays: Served[];
}

const UNSERVED_MS = 30_000;

/** Reads for all drains of a process what is due: however many ask, one look into the backlog and one into the log. */
export class DueReader {
  private readonly reads = new Gathered((queries: DueQuery[]) => this.readAll(queries));
  private readonly nexts = new Gathered((ids: string[]) => nextDue(this.ports.database, ids));

  constructor(
    private readonly ports: Pick<DeliveryPorts, 'database' | 'clock'>,
    private readonly events: EventCache,
  ) {}

  /** At most about twice `most` of each lane. What the log cannot serve just now is put off. */
  due(query: DueQuery): Promise<Due> {
    return this.reads.ask(query);
  }

  /** When the next attempt of a webhook is due; null: nothing waits. */
  next(webhookId: string): Promise<Date | null> {
    return this.nexts.ask(webhookId);
  }

  private async readAll(queries: DueQuery[]): Promise<Due[]> {
    const { database, clock } = this.ports;
    const rows = await pickDue(database, queries, clock.now());
    const known = await this.events.at(rows.map(({ position }) => position));
    const unserved = rows.filter(({ position }) => !known.has(position));
    if (unserved.length > 0) {
      const until = new Date(clock.now().getTime() + UNSERVED_MS);
      await postpone(
        database,
        unserved.map((row) => ({ ...row, webhookId: queries[row.query]!.webhookId })),
        until,
      );
    }
    return shared(queries.length, rows, known);
  }
}

function shared(count: number, rows: readonly DueRow[], known: Map<string, PublicEvent>): Due[] {
  const answers = Array.from({ length: count }, (): Due => ({ live: [], replays: [] }));
  for (const { query, live, ...row } of rows) {
    const event = known.get(row.position);
    if (event) answers[query]![live ? 'live' : 'replays'].push({ row, event });
  }
  return answers;
}
