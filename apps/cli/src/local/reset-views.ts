import 'reflect-metadata';
import { resetViews } from '#projections';
import { LocalError, withLocalDatabase, type LocalDatabase } from './local-database.js';

/**
 * Throws the views away, so that the next start of the tracker fills them from its log. Refused while a tracker
 * uses the database: it would go on with views that are gone. Resolves to where it was done.
 */
export async function resetLocalViews(env = process.env): Promise<{ place: string }> {
  return withLocalDatabase(env, { alone: true }, async (local) => {
    await refuseWhileUsed(local);
    await resetViews(local.database);
    return { place: local.place };
  });
}

async function refuseWhileUsed({ database, place }: LocalDatabase): Promise<void> {
  const users = await database.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'wic-tracker' LIMIT 1`,
  );
  if (users.length > 0)
    throw new LocalError(`A tracker uses ${place}: stop every process of it, then reset the views again.`);
}
