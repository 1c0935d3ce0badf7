import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Layout } from './data-directory.js';

const run = promisify(execFile);

export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * As whom the server runs when the tracker is run by root: the owner of the cluster there is, else the user
 * postgres (made if need be), else nobody.
 */
export async function serverAccount(paths: Layout): Promise<Account> {
  const owner = await stat(paths.cluster).catch(() => null);
  if (owner && owner.uid !== 0) return { name: `with id ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  return (await lookUp('postgres')) ?? (await createPostgres()) ?? (await nobody());
}

async function lookUp(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])));
    return { name, uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return null;
  }
}

async function createPostgres(): Promise<Account | null> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch {
    return null;
  }
  return lookUp('postgres');
}

async function nobody(): Promise<Account> {
  return (await lookUp('nobody')) ?? { name: 'nobody', uid: 65534, gid: 65534 };
}
