import type { DomainEventType, Recorded } from '#domain';
import type { EventStore } from '#event-store';
import type { Sql } from '#platform';

/** What a projection writes into: one generation of its tables, within one transaction. */
export interface ViewTransaction {
  tx: Sql;
  /** The PostgreSQL schema that holds this generation's tables. */
  schema: string;
  /** Position up to which the tables hold everything: the events to apply come right after it. */
  after: string;
  /** For what was said before `after`. It may hold more by now: events beyond the batch do not count yet. */
  store: EventStore;
  /** Survives from batch to batch; emptied when a batch fails or another process wrote in between. */
  memory: Map<string, unknown>;
  /** About how many events `memory` may hold. */
  capacity: number;
}

/** Facts → one view. A new `version` fills its own tables beside the live ones and takes over when caught up. */
export interface Projection {
  name: string;
  /** Changes whenever tables or `apply` do. */
  version: number;
  handles: readonly DomainEventType[] | 'all';
  /** DDL of the tables, unqualified: run with the generation's schema as search path. */
  tables: string;
  /** DDL of what only readers need: run once the tables are filled. */
  indexes: string;
  /** Applies events in log order. Told the same events again it is never: the checkpoint commits with the rows. */
  apply(events: readonly Recorded[], view: ViewTransaction): Promise<void>;
}

/** The events a projection handles. */
export function handled(projection: Projection, events: readonly Recorded[]): readonly Recorded[] {
  const { handles } = projection;
  return handles === 'all' ? events : events.filter((event) => handles.includes(event.type));
}
