import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Layout } from './data-directory.js';
import type { Launcher } from './launcher.js';

const LOG_LIMIT = 8 * 1024 * 1024;
const START_MS = 120_000;
const STOP_MS = 10_000;

/** One running server process. Its log goes to a file, so that it can go on without the tracker. */
export class Postmaster {
  /** How it ended, for people. */
  readonly exited: Promise<string>;
  private ended: string | null = null;

  private constructor(
    private readonly child: ChildProcess,
    private readonly logFile: string,
    private readonly logStart: number,
  ) {
    this.exited = new Promise((resolve) => {
      child.on('error', (error) => resolve((this.ended = error.message)));
      child.on('exit', (code, signal) => resolve((this.ended = signal ?? `exit code ${code}`)));
    });
  }

  /** Detached: a Ctrl-C in the terminal reaches the tracker alone, which stops the server last. */
  static launch(launcher: Launcher, postgres: string, args: string[], paths: Layout): Postmaster {
    const { file, size } = openLog(paths.log);
    const stdio = ['ignore', file, file] as ('ignore' | number)[];
    const child = launcher.launch(postgres, args, { detached: true, stdio, cwd: paths.cluster });
    closeSync(file);
    return new Postmaster(child, paths.log, size);
  }

  /** Resolves when the server answers. Rejects with what its log says when it ends before. */
  async ready(config: pg.ClientConfig): Promise<pg.Client> {
    const deadline = Date.now() + START_MS;
    for (;;) {
      if (this.ended !== null) throw new Error(`PostgreSQL did not start (${this.ended}). ${this.said()}`);
      const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        await client.end().catch(() => undefined);
        if (!isStarting(error) || Date.now() > deadline) throw error;
      }
      await sleep(20);
    }
  }

  /** Fast shutdown: sessions end, everything is written. Killed when that takes too long; nothing committed is lost. */
  async stop(): Promise<void> {
    this.signal('SIGINT');
    const timer = setTimeout(() => this.signal('SIGQUIT'), STOP_MS);
    const last = setTimeout(() => this.signal('SIGKILL'), STOP_MS * 1.5);
    await this.exited;
    clearTimeout(timer);
    clearTimeout(last);
  }

  /** To call when the process exits without having stopped it. */
  abandon(): void {
    this.signal('SIGINT');
  }

  private signal(name: NodeJS.Signals): void {
    if (this.ended === null) this.child.kill(name);
  }

  private said(): string {
    const text = readFileSync(this.logFile).subarray(this.logStart).toString().trim().slice(-2000);
    return `Its log ${this.logFile} says: ${text || 'nothing'}`;
  }
}

/** No socket yet, or still recovering. */
function isStarting(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string };
  if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03', '57P01'].includes(code ?? '')) return true;
  return /terminated|timeout expired/.test(message);
}

function openLog(path: string): { file: number; size: number } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(path, `${path}.1`);
  return { file: openSync(path, 'a', 0o600), size: size > LOG_LIMIT ? 0 : size };
}
