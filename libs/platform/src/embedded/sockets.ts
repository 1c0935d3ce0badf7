import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unusable, type Layout } from './data-directory.js';
import type { Launcher } from './launcher.js';

/** The directory of the server's socket: in the data directory, or in /tmp where that path is too long. */
export async function prepareSockets(paths: Layout, launcher: Launcher): Promise<string> {
  const directory = socketDirectory(paths);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { uid } = await stat(directory);
  const mine = [process.getuid?.() ?? uid, launcher.owner?.uid];
  if (!mine.includes(uid)) throw unusable(directory, Object.assign(new Error('foreign'), { code: 'EPERM' }));
  await chmod(directory, 0o700);
  if (launcher.owner) await chown(directory, launcher.owner.uid, launcher.owner.gid);
  return directory;
}

/** Takes a dead server's socket away, whose lock file may name a process that is another one by now. */
export async function clearSockets(directory: string): Promise<void> {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
    await rm(join(directory, name), { force: true });
}

/** A socket's path has at most 107 bytes on Linux and 103 on macOS. */
function socketDirectory(paths: Layout): string {
  const longest = process.platform === 'linux' ? 107 : 103;
  const path = join(paths.sockets, '.s.PGSQL.5432.lock');
  if (Buffer.byteLength(path) <= longest) return paths.sockets;
  return join('/tmp', `wic-${createHash('sha256').update(paths.directory).digest('hex').slice(0, 16)}`);
}
