import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const READY = /ready: (http\S+)/;
const PATIENCE_MS = 180_000;

/** A tracker that runs as a process of its own. */
export interface TrackerProcess {
  url: string;
  /** From its start until it said that it is ready. */
  readyMs: number;
  /** Resident memory, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a script of the checkout and waits until it says that it is ready. Throws when it ends before. */
export async function startProcess(script: string, env: Record<string, string>): Promise<TrackerProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, [resolve(ROOT, script)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolveUrl, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-20_000);
      const found = READY.exec(said)?.[1];
      if (found) resolveUrl(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const giveUp = (why: string) => reject(new Error(`The tracker ${why}: ${said.slice(-300)}`));
    child.once('exit', () => giveUp('ended'));
    setTimeout(() => giveUp('was not ready in time'), PATIENCE_MS).unref();
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    readyMs: performance.now() - start,
    memory: () => residentOf(child.pid!),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function residentOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
