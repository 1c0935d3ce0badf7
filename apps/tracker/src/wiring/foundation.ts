import { eventStoreMigrations, EsdbEventStore, PgEventStore, type EventStore } from '#event-store';
import { ingestMigrations } from '#ingest';
import { deliveryMigrations } from '#delivery';
import {
  ApiKeys,
  BullWakeUps,
  EmbeddedDatabase,
  GuardedHttp,
  IdempotencyStore,
  loadKeyring,
  Metrics,
  migrate,
  PgArchive,
  PgLeases,
  PgSecrets,
  platformMigrations,
  PostgresDatabase,
  RateLimiter,
  StreamTickets,
  type Config,
  type Logger,
} from '#platform';
import { projectionsMigrations } from '#projections';
import { join } from 'node:path';
import { trackerMigrations } from './tracker.migrations.js';

/** Every step of the schema, in the order it is made. */
export const MIGRATIONS = [
  ...platformMigrations,
  ...eventStoreMigrations,
  ...projectionsMigrations,
  ...ingestMigrations,
  ...deliveryMigrations,
  ...trackerMigrations,
];

/** What everything else stands on: the database and the services around it. */
export interface Foundation {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  database: PostgresDatabase;
  leases: PgLeases;
  archive: PgArchive;
  wakeUps: BullWakeUps;
  outbound: GuardedHttp;
  secrets: PgSecrets;
  keys: ApiKeys;
  limits: RateLimiter;
  tickets: StreamTickets;
  idempotency: IdempotencyStore;
  store: EventStore;
  close(): Promise<void>;
}

/** Opens the database (starting the embedded one where none is named), migrates it, and connects the rest. */
export async function openFoundation(config: Config, logger: Logger): Promise<Foundation> {
  const embedded = config.databaseUrl === null ? await startEmbedded(config, logger) : null;
  const databaseUrl = embedded?.url ?? config.databaseUrl!;
  const database = new PostgresDatabase(databaseUrl, { max: 20 });
  try {
    const ran = await migrate(database, MIGRATIONS).catch((error: unknown) => {
      throw embedded === null ? unusable(error) : error;
    });
    if (ran.length > 0) logger.info({ migrations: ran.length }, 'The database schema is up to date');
    const services = await openServices(config, logger, database, databaseUrl);
    // the data directory is ours alone: whoever held a lease in it was killed
    if (embedded !== null) await services.leases.endAll();
    return {
      ...services,
      close: () => closeAll([services.wakeUps, services.outbound, services.store, database], embedded),
    };
  } catch (error) {
    await closeAll([database], embedded);
    throw error;
  }
}

async function startEmbedded(config: Config, logger: Logger): Promise<EmbeddedDatabase> {
  return EmbeddedDatabase.start({ dataDir: config.dataDir, log: (message) => logger.warn(message) });
}

async function openServices(config: Config, logger: Logger, database: PostgresDatabase, databaseUrl: string) {
  const keyring = await loadKeyring({
    value: config.secretsKeyring ?? undefined,
    file: join(config.dataDir, 'keyring'),
  });
  const keys = new ApiKeys(database);
  keys.useGiven(config.adminKey);
  const onError = (error: Error, queue: string) => logger.warn({ err: error, queue }, 'A queue had trouble');
  return {
    config,
    logger,
    metrics: new Metrics({ process: true }),
    database,
    leases: new PgLeases(database),
    archive: new PgArchive(database),
    wakeUps: new BullWakeUps({ databaseUrl, redisUrl: config.redisUrl ?? undefined, onError }),
    outbound: new GuardedHttp({
      allow: config.outboundAllow.map(([address, bits]) => `${address.toString()}/${bits}`),
      perOrigin: 500, // many webhooks may go to one receiver: those that hang must leave room for the others
    }),
    secrets: new PgSecrets(database, keyring),
    keys,
    limits: new RateLimiter(),
    tickets: new StreamTickets(database),
    idempotency: new IdempotencyStore(database),
    store:
      config.eventStoreUrl === null ? new PgEventStore(database) : new EsdbEventStore(config.eventStoreUrl),
  };
}

async function closeAll(
  parts: { close(): Promise<void> }[],
  embedded: EmbeddedDatabase | null,
): Promise<void> {
  for (const part of parts) await part.close().catch(() => undefined);
  await embedded?.stop();
}

/** The server of DATABASE_URL refuses us or does not answer: told without a stack. */
export class DatabaseServerError extends Error {
  override readonly name = 'DatabaseServerError';
}

/** SQLSTATE classes 28 (not allowed in), 3D (no such database), 08 and 57P; sockets that do not connect. */
const NOT_USABLE =
  /^(28...|3D...|08...|57P..|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENOENT)$/;

function unusable(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!NOT_USABLE.test(code)) return error;
  const cure =
    'Start it, or correct DATABASE_URL (host, port, user, password, database); without it PostgreSQL comes along.';
  return new DatabaseServerError(`The PostgreSQL server of DATABASE_URL cannot be used: ${message}. ${cure}`);
}
