import { ownerOf, type DomainEvent, type DomainEventType, type Recorded } from '#domain';
import type { Projection, ViewTransaction } from './projection.js';

const tables = `
  CREATE TABLE states (
    id text NOT NULL,
    position bigint NOT NULL,
    announced_at timestamptz,
    state jsonb NOT NULL,
    PRIMARY KEY (id, position)
  )`;

/**
 * A projection that keeps every state of small aggregates: `states` holds one just after each event, under the
 * event's position, so that any knownAt is one look-up.
 */
export function historiesOf<Event extends DomainEvent, State extends object>(of: {
  name: string;
  version: number;
  handles: readonly DomainEventType[];
  /** More for readers, on `states`. */
  indexes: string;
  after: (before: State | null, event: Recorded<Event>) => State | null;
}): Projection {
  const { after, ...rest } = of;
  return {
    ...rest,
    tables,
    indexes: `CREATE INDEX ON states (position); ${of.indexes}`,
    apply: (events, view) => apply(events as readonly Recorded<Event>[], view, after),
  };
}

async function apply<Event extends DomainEvent, State extends object>(
  events: readonly Recorded<Event>[],
  { tx, schema }: ViewTransaction,
  after: (before: State | null, event: Recorded<Event>) => State | null,
): Promise<void> {
  const ids = [...new Set(events.map(({ stream }) => ownerOf(stream).id))];
  const before = await tx.query<{ id: string; state: State }>(
    `SELECT DISTINCT ON (id) id, state FROM ${schema}.states WHERE id = ANY($1) ORDER BY id, position DESC`,
    [ids],
  );
  const current = new Map<string, State | null>(before.map(({ id, state }) => [id, state]));
  const rows: object[] = [];
  for (const event of events) {
    const { id } = ownerOf(event.stream);
    const state = after(current.get(id) ?? null, event);
    current.set(id, state);
    if (state) rows.push({ id, position: event.position, announced_at: event.announcedAt, state });
  }
  await tx.query(
    `INSERT INTO ${schema}.states SELECT * FROM json_to_recordset($1::json)
       AS s(id text, position bigint, announced_at timestamptz, state jsonb)`,
    [JSON.stringify(rows)],
  );
}
