import { ApiKeys } from '#platform';
import { withLocalDatabase } from './local-database.js';

/** Makes a key in the database of this machine; whoever may open that database owns the tracker. */
export async function createLocalKey(
  wanted: { name: string; scopes: string[]; expiresAt?: string },
  env = process.env,
) {
  return withLocalDatabase(env, {}, ({ database }) => new ApiKeys(database).create(wanted));
}
