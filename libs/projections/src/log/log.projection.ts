import { ownerOf, type Recorded } from '#domain';
import type { Projection } from '../runner/projection.js';
import { publicTypeOf } from './public-types.js';

/**
 * entries: the log as followers page through it. What an announcement or a source was just after an event is
 * not repeated here: it stands in their own views under the same position.
 */
const tables = `
  CREATE TABLE entries (
    position bigint PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    announced_at timestamptz,
    type text NOT NULL,
    scope text NOT NULL,
    subject text NOT NULL,
    backfill boolean NOT NULL,
    data jsonb
  )`;

const indexes = `
  CREATE INDEX ON entries (recorded_at, position);
  CREATE INDEX ON entries (announced_at, position) WHERE announced_at IS NOT NULL`;

/** A thin copy of the log for its followers, and the clock of `knownAt`. */
export const logProjection: Projection = {
  name: 'log',
  version: 1,
  handles: 'all',
  tables,
  indexes,
  apply: async (events, { tx, schema }) => {
    await tx.query(
      `INSERT INTO ${schema}.entries SELECT * FROM json_to_recordset($1::json) AS e(position bigint,
         recorded_at timestamptz, announced_at timestamptz, type text, scope text, subject text, backfill boolean,
         data jsonb)`,
      [JSON.stringify(events.map(entryOf))],
    );
  },
};

function entryOf(event: Recorded) {
  const { aggregate, id } = ownerOf(event.stream);
  const { type, scope } = publicTypeOf(event.type);
  return {
    position: event.position,
    recorded_at: event.recordedAt,
    announced_at: event.announcedAt,
    type,
    scope,
    subject: id,
    backfill: event.backfill,
    data: dataOf(event, aggregate, id, scope),
  };
}

/** What followers are told besides the state of an announcement or source. */
function dataOf(event: Recorded, aggregate: string, id: string, scope: string): unknown {
  if (aggregate === 'webhook') return { webhook: { id, ...event.data } };
  if (aggregate === 'item') return { item: { id, ...event.data } };
  if (aggregate === 'log') return event.data;
  return scope === 'admin' ? event.data : null;
}
