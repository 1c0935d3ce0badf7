import { EmbeddedDatabase, hasDatabase, loadConfig, PostgresDatabase, runningDatabaseUrl } from '#platform';

/** How work on the database of this machine ends in an error of one line. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}

/** The database that the tracker of this environment uses: DATABASE_URL, else the embedded one of DATA_DIR. */
export interface LocalDatabase {
  database: PostgresDatabase;
  /** Where it is, for people; never with a password. */
  place: string;
}

/**
 * Opens the database for who may open it, whether a tracker runs or not, and closes it after the work. With
 * `alone` the embedded server is started even so, which is refused while a tracker has the directory.
 */
export async function withLocalDatabase<Result>(
  env: Record<string, string | undefined>,
  { alone = false }: { alone?: boolean },
  work: (local: LocalDatabase) => Promise<Result>,
): Promise<Result> {
  // no secret is opened here, so the keys that seal them are not asked for
  const { databaseUrl, dataDir } = loadConfig({
    ...env,
    SECRETS_KEYRING: env['SECRETS_KEYRING'] || 'unused',
  });
  if (databaseUrl !== null) return using(databaseUrl, 'the database of DATABASE_URL', work);
  if (!(await hasDatabase(dataDir)))
    throw new LocalError(
      `No tracker has used ${dataDir} yet. Start one (npm start), or set DATA_DIR to the directory of yours.`,
    );
  const running = alone ? null : await runningDatabaseUrl(dataDir);
  if (running !== null) return using(running, dataDir, work);
  const embedded = await EmbeddedDatabase.start({ dataDir });
  try {
    return await using(embedded.url, dataDir, work);
  } finally {
    await embedded.stop();
  }
}

async function using<Result>(
  url: string,
  place: string,
  work: (local: LocalDatabase) => Promise<Result>,
): Promise<Result> {
  const database = new PostgresDatabase(url, { max: 2, applicationName: 'wic' });
  try {
    return await work({ database, place });
  } catch (error) {
    throw explained(error, place);
  } finally {
    await database.close();
  }
}

/** 42P01: the table is missing, since no tracker has prepared this database. */
function explained(error: unknown, place: string): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === '42P01')
    return new LocalError(`There is no tracker's database in ${place} yet: start the tracker once.`);
  if (code !== undefined && error instanceof Error && error.name !== 'LocalError')
    return new LocalError(`${place} could not be used: ${message || code}`, { cause: error });
  return error;
}
