import { Redis } from 'ioredis';
import { placeOf, QueueServerError, reasonOf, within, type QueueServer } from './queue-server.js';

const PING_MS = 4000;

/** Jobs in Redis through ioredis. `url` is `redis://` or `rediss://`. */
export function redisServer(url: string): QueueServer {
  const unreachable = (cause: string) =>
    `Redis at ${placeOf(url)} (REDIS_URL) cannot be used: ${cause}. ` +
    'Start it or correct REDIS_URL; without REDIS_URL the jobs are kept in PostgreSQL.';
  let released = false;
  // A closed client stops looking for a server that is not there: otherwise it would keep the process alive.
  const retryStrategy = (times: number) => (released ? null : Math.min(times * 200, 2000));
  return {
    // Workers block on a connection: null, so that a restart of Redis is waited for and not an error.
    connection: { url, maxRetriesPerRequest: null, connectTimeout: 3000, retryStrategy },
    backend: undefined,
    unreachable,
    ping: () => ping(url, unreachable),
    release: () => void (released = true),
  };
}

async function ping(url: string, unreachable: (cause: string) => string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 3000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: unknown;
  client.on('error', (error) => (cause ??= error));
  try {
    await within(
      PING_MS,
      client.connect().then(() => client.ping()),
      () => unreachable('it does not answer'),
    );
  } catch (error) {
    const reason = cause ?? error;
    if (cause === undefined && reasonOf(error).includes('REDIS_URL')) throw error;
    throw new QueueServerError(unreachable(reasonOf(reason)), { cause: reason });
  } finally {
    client.disconnect();
  }
}
