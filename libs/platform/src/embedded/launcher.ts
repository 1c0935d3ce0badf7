import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { Binaries } from './binaries.js';
import { serverAccount, type Account } from './server-account.js';
import { DataDirectoryError, type Layout } from './data-directory.js';

/** How PostgreSQL's programs are started: as whom, and through what. */
export interface Launcher {
  /** Who must own the server's files; null: whoever runs the tracker. */
  owner: Account | null;
  launch(program: string, args: string[], options: SpawnOptions): ChildProcess;
}

/** The server needs neither the user's locale nor any other of its settings. */
const ENV = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Capabilities that let somebody pass directories of mode 0700; the first is the smaller one. */
const CAPABILITIES = ['dac_read_search', 'dac_override'];

/**
 * PostgreSQL refuses to run as root: then it runs as another user, who also gets past directories only root may
 * enter (such as /root) when the programs or the data lie behind one. Throws DataDirectoryError when that fails.
 */
export async function chooseLauncher(paths: Layout, binaries: Binaries): Promise<Launcher> {
  if (process.getuid?.() !== 0) return launcher(null, []);
  const account = await serverAccount(paths);
  for (const prefix of [[], ...CAPABILITIES.map((name) => withCapability(account, name))]) {
    const candidate = launcher(account, prefix);
    if (await reaches(candidate, paths, binaries)) return candidate;
  }
  throw new DataDirectoryError(
    `The user ${account.name}, as whom PostgreSQL runs for root, cannot get to ${paths.directory} or ` +
      `${binaries.postgres}. Open the directories above them (chmod o+x), install setpriv (util-linux), ` +
      'or run the tracker as a plain user.',
  );
}

function launcher(owner: Account | null, prefix: string[]): Launcher {
  return {
    owner,
    launch(program, args, options) {
      const [command = program, ...rest] = [...prefix, program, ...args];
      const identity = owner && prefix.length === 0 ? { uid: owner.uid, gid: owner.gid } : {};
      return spawn(command, rest, { ...options, ...identity, env: ENV });
    },
  };
}

/** Without no_setuid_fixup the kernel ignores capabilities in access(2), by which PostgreSQL finds itself. */
function withCapability({ uid, gid }: Account, name: string): string[] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  return ['setpriv', ...identity, `--inh-caps=+${name}`, `--ambient-caps=+${name}`];
}

function reaches(candidate: Launcher, paths: Layout, binaries: Binaries): Promise<boolean> {
  const test = '"$1" --version >/dev/null 2>&1 && cd "$2"';
  const args = ['-c', test, 'sh', binaries.postgres, paths.directory];
  return new Promise((resolve) => {
    const child = candidate.launch('/bin/sh', args, { stdio: 'ignore', cwd: '/' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
