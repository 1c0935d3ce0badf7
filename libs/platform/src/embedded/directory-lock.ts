import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import lockfile from 'proper-lockfile';
import { DataDirectoryError, unusable, type Layout } from './data-directory.js';

/** Gives the directory free. */
export type Unlock = () => Promise<void>;

/**
 * Takes the data directory for this process alone, or throws DataDirectoryError that names the process which has
 * it. The lock belongs to an open file (flock), so the kernel drops it when the process dies, however it dies.
 */
export async function lockDirectory(paths: Layout): Promise<Unlock> {
  const file = openLockFile(paths.lock);
  try {
    const taken = await flock(file);
    if (taken === false) throw inUse(paths);
    const unlock = taken === null ? await lockByHeartbeat(paths) : async () => undefined;
    ftruncateSync(file, 0);
    writeSync(file, String(process.pid), 0);
    return async () => {
      await unlock();
      closeSync(file);
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function openLockFile(path: string): number {
  try {
    return openSync(path, 'a+', 0o600);
  } catch (error) {
    throw unusable(path, error);
  }
}

function inUse(paths: Layout): DataDirectoryError {
  const pid = readFileSync(paths.lock, 'utf8').trim();
  return new DataDirectoryError(
    `Another tracker${pid ? ` (process ${pid})` : ''} already uses ${paths.directory}. ` +
      'Stop it first, or give this one another directory with DATA_DIR.',
  );
}

/** The program flock locks the file behind an inherited descriptor; the lock stays with ours. Null: no such program. */
function flock(file: number): Promise<boolean | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] });
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(null) : reject(error),
    );
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Where there is no flock: a lock that is stale two seconds after its last sign of life. */
async function lockByHeartbeat(paths: Layout): Promise<Unlock> {
  const options = { stale: 2000, update: 1000, realpath: false, onCompromised: () => undefined };
  try {
    return await lockfile.lock(paths.lock, {
      ...options,
      retries: { retries: 6, minTimeout: 500, factor: 1 },
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') throw inUse(paths);
    throw error;
  }
}
