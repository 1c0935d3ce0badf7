import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { databaseUrl, readPassword } from './cluster.js';
import { layout, unusable } from './data-directory.js';
import { postmasterOf } from './server-processes.js';

/** The line of the server's pid file that names its socket's directory, counted from zero. */
const SOCKET_LINE = 4;

/**
 * The connection string of the embedded server that runs on a data directory now, or null when none does. Throws
 * DataDirectoryError when its files may not be read: it belongs to another user.
 */
export async function runningDatabaseUrl(dataDir: string): Promise<string | null> {
  const paths = layout(resolve(dataDir));
  try {
    const lines = (await readFile(`${paths.cluster}/postmaster.pid`, 'utf8')).split('\n');
    const sockets = lines[SOCKET_LINE];
    if (!sockets || postmasterOf(paths.cluster) === null) return null;
    const password = await readPassword(paths);
    return password === null ? null : databaseUrl(password, sockets);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unusable(paths.directory, error);
  }
}

/** Whether a tracker has ever made its database in this directory. */
export async function hasDatabase(dataDir: string): Promise<boolean> {
  const { cluster } = layout(resolve(dataDir));
  return readFile(`${cluster}/PG_VERSION`).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw unusable(cluster, error);
    },
  );
}
