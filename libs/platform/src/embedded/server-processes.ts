import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A fast shutdown may take this long before the rest is killed; recovery then does at start what it left. */
const PATIENCE_MS = 4000;

/**
 * Ends what an earlier tracker, killed, left running on a cluster: an orphaned server, or backends of a killed
 * one. Only for who holds the directory's lock.
 */
export async function endServerProcesses(cluster: string): Promise<void> {
  if (processesIn(cluster).length > 0) await endGently(cluster);
  if (process.platform === 'linux' && processesIn(cluster).length === 0) forgetPidFile(cluster);
}

async function endGently(cluster: string): Promise<void> {
  const postmaster = postmasterOf(cluster);
  if (postmaster !== null) {
    signal(postmaster, 'SIGINT');
    await gone(cluster, PATIENCE_MS);
  }
  for (const pid of processesIn(cluster)) signal(pid, 'SIGKILL');
  await gone(cluster, PATIENCE_MS);
}

/**
 * The number in it may be another process's by now, or a dead one's that nobody has reaped, and the server would
 * refuse to start. Its shared memory still keeps two servers apart.
 */
function forgetPidFile(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Processes whose working directory is the cluster: what PostgreSQL's always is. It proves that a number in a
 * stale pid file is not somebody else's process by now. Where there is no /proc, the pid file is believed.
 */
export function processesIn(cluster: string): number[] {
  if (process.platform !== 'linux')
    return [postmasterPid(cluster)].filter((pid) => pid !== null).filter(isAlive);
  const wanted = identityOf(cluster);
  if (wanted === null) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.filter((pid) => identityOf(join('/proc', pid, 'cwd')) === wanted).map(Number);
}

/** The process id of the server that runs on a cluster, or null. */
export function postmasterOf(cluster: string): number | null {
  const pid = postmasterPid(cluster);
  return pid !== null && processesIn(cluster).includes(pid) ? pid : null;
}

/** The first line of the server's own pid file. */
function postmasterPid(cluster: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function identityOf(directory: string): string | null {
  try {
    const { dev, ino } = statSync(directory, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

async function gone(cluster: string, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (processesIn(cluster).length > 0 && Date.now() < deadline) await sleep(25);
}
