import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Binaries } from './binaries.js';
import { unusable, type Layout } from './data-directory.js';
import type { Launcher } from './launcher.js';
import { runProgram } from './run-program.js';
import { endServerProcesses } from './server-processes.js';
import { refuseOtherMajor } from './major-version.js';

export const USER = 'wic';
export const DATABASE = 'wic';

/** UTF-8 whatever the environment says; sorting by code point, upper and lower case by Unicode. */
const ENCODING = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * Makes the cluster if there is none and resolves to its password. A cluster is complete or not there: it is made
 * beside and renamed. Throws DataDirectoryError, also for a cluster of another major version.
 */
export async function prepareCluster(paths: Layout, binaries: Binaries, launcher: Launcher): Promise<string> {
  try {
    const exists = await stat(paths.cluster).then(
      () => true,
      () => false,
    );
    const known = await readPassword(paths);
    const password = known ?? randomBytes(24).toString('base64url');
    if (known === null) await writeFile(paths.password, password, { mode: 0o600 });
    if (!exists) await createCluster(paths, binaries, launcher);
    else await adaptCluster(paths, binaries, launcher);
    if (exists && known === null) await resetPassword(paths, binaries, launcher, password);
    return password;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('E') ? unusable(paths.cluster, error) : error;
  }
}

/** Null: there is none yet. */
export async function readPassword(paths: Layout): Promise<string | null> {
  const text = await readFile(paths.password, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.trim() || null;
}

async function createCluster(paths: Layout, binaries: Binaries, launcher: Launcher): Promise<void> {
  await endServerProcesses(paths.newCluster);
  await rm(paths.newCluster, { recursive: true, force: true });
  await mkdir(paths.newCluster, { mode: 0o700 });
  const passwordFile = `${paths.newCluster}.password`;
  await writeFile(passwordFile, `${await readPassword(paths)}\n`, { mode: 0o600 });
  if (launcher.owner)
    for (const path of [paths.newCluster, passwordFile])
      await chown(path, launcher.owner.uid, launcher.owner.gid);
  const flags = [
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--no-instructions',
  ];
  try {
    const args = ['-D', paths.newCluster, ...flags, ...ENCODING];
    await runProgram(launcher, binaries.initdb, args, { cwd: paths.newCluster });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(paths.newCluster, paths.cluster);
}

/** A cluster copied by root belongs to root: it is given to whom the server runs as. */
async function adaptCluster(paths: Layout, binaries: Binaries, launcher: Launcher): Promise<void> {
  await refuseOtherMajor(paths.cluster, binaries);
  const { uid } = await stat(paths.cluster);
  if (launcher.owner && uid === 0) {
    const owner = `${launcher.owner.uid}:${launcher.owner.gid}`;
    await runProgram(null, 'chown', ['-R', owner, paths.cluster], {});
    await chmod(paths.cluster, 0o700);
  }
}

/** The password file was lost: whoever owns the files owns the data, so a new one is set with the server down. */
async function resetPassword(
  paths: Layout,
  binaries: Binaries,
  launcher: Launcher,
  password: string,
): Promise<void> {
  await endServerProcesses(paths.cluster);
  const args = ['--single', '-D', paths.cluster, 'postgres'];
  const input = `ALTER ROLE ${USER} PASSWORD '${password}'\n`;
  await runProgram(launcher, binaries.postgres, args, { cwd: paths.directory, input });
}

/** A connection string through the socket in a directory. */
export function databaseUrl(password: string, sockets: string): string {
  return `postgresql://${USER}:${encodeURIComponent(password)}@localhost/${DATABASE}?host=${encodeURIComponent(sockets)}`;
}
