import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { DataDirectoryError } from './data-directory.js';
import { runProgram } from './run-program.js';

/** A cluster can be opened by the major version of PostgreSQL that made it, and by no other. */
export async function refuseOtherMajor(cluster: string, binaries: Binaries): Promise<void> {
  const made = (await readVersion(cluster)).trim();
  const ours = /(\d+)(\.|beta|rc|devel)/.exec(
    await runProgram(null, binaries.postgres, ['--version'], {}),
  )?.[1];
  if (made === ours) return;
  const directory = dirname(cluster);
  throw new DataDirectoryError(
    `${cluster} was made by PostgreSQL ${made}, and this version of the tracker brings PostgreSQL ${ours}. ` +
      'To bring the data over: 1. start the version of the tracker that was used until now and run ' +
      '"wic backup wic.ndjson --with-secrets"; 2. stop it and move the old data away: ' +
      `mv "${cluster}" "${cluster}.${made}"; 3. start this version with WIC_CHRONICLE=off and ` +
      `WIC_DEFAULT_SOURCES=off and run "wic restore wic.ndjson". Keep ${join(directory, 'keyring')} where it is.`,
  );
}

async function readVersion(cluster: string): Promise<string> {
  return readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new DataDirectoryError(
      `${cluster} is not a PostgreSQL cluster (it has no PG_VERSION). Move it away, or set DATA_DIR to another directory.`,
    );
  });
}
