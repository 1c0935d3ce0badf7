import { createPostgresBackend } from 'bullmq';
import pg from 'pg';
import { placeOf, QueueServerError, reasonOf, type QueueServer } from './queue-server.js';

const CONNECT_MS = 4000;

/** Jobs in PostgreSQL, in the schema `bullmq` that BullMQ makes and migrates itself. */
export function postgresServer(connectionString: string): QueueServer {
  const unreachable = (cause: string) =>
    `The job queue in PostgreSQL at ${placeOf(connectionString)} cannot be used: ${cause}. ` +
    'Start the server or correct DATABASE_URL.';
  return {
    connection: { connectionString, migrate: true, max: 3, connectionTimeoutMillis: CONNECT_MS },
    backend: createPostgresBackend as never,
    unreachable,
    ping: () => ping(connectionString, unreachable),
    release: () => undefined,
  };
}

async function ping(connectionString: string, unreachable: (cause: string) => string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  client.on('error', () => undefined); // the pending call rejects too
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    throw new QueueServerError(unreachable(reasonOf(error)), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
