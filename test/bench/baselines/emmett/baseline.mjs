import {
  getPostgreSQLEventStore,
  postgreSQLRawSQLProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import { sql } from '@event-driven-io/dumbo';
import pg from 'pg';

/**
 * Opens emmett's event store in an empty database, with as many connections as there are writers.
 * @param {string} connectionString
 * @param {number} connections
 */
export async function openEmmett(connectionString, connections) {
  const pool = new pg.Pool({ connectionString, max: connections });
  pool.on('error', () => undefined);
  const store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    /** Appends to a stream that is at `revision` (-1: not there yet). */
    append: (stream, revision, events) =>
      store.appendToStream(stream, events, { expectedStreamVersion: BigInt(revision + 1) }),
    count: async () => {
      const { rows } = await pool.query('SELECT count(*)::int AS count FROM emt_messages');
      return rows[0].count;
    },
    /** Hands every event that its consumer yields to `onEvent`, until it is stopped. */
    consume: (onEvent, pulling) => consume(connectionString, store, onEvent, pulling),
    /** Fills one projection, a row a stream, from the whole log. Returns how many events its rows counted. */
    rebuild: (pulling) => rebuild(connectionString, pool, pulling),
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}

function consume(connectionString, store, onEvent, pulling) {
  const consumer = store.consumer({ pulling });
  consumer.reactor({
    processorId: 'bench',
    startFrom: 'BEGINNING',
    connectionOptions: { connectionString },
    eachMessage: (message) => void onEvent(message.data),
  });
  const ended = consumer.start();
  return {
    stop: async () => {
      await consumer.stop();
      await ended;
    },
  };
}

let rebuilds = 0;

async function rebuild(connectionString, pool, pulling) {
  const projection = postgreSQLRawSQLProjection({
    name: `bench-${(rebuilds += 1)}`, // under a known name it goes on at its checkpoint, where nothing is left
    canHandle: ['AnnouncementPublished', 'CoverageAdded', 'AnnouncementRevised'],
    init: () =>
      sql(
        'CREATE TABLE IF NOT EXISTS bench_view (id text PRIMARY KEY, events int NOT NULL, state jsonb NOT NULL)',
      ),
    evolve: (event) =>
      sql(
        `INSERT INTO bench_view VALUES (%L, 1, %L::jsonb)
       ON CONFLICT (id) DO UPDATE SET events = bench_view.events + 1, state = excluded.state`,
        event.metadata.streamName,
        JSON.stringify(event.data),
      ),
  });
  await pool.query('DROP TABLE IF EXISTS bench_view');
  const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [projection], pulling });
  await consumer.start();
  await consumer.close();
  const { rows } = await pool.query('SELECT coalesce(sum(events), 0)::int AS events FROM bench_view');
  return rows[0].events;
}
