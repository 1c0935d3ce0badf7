import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WicClient } from '#client';
import { freePort } from '../../../libs/testing/src/free-port.js'; // its index needs jest
import { AnswerCheck } from './checked-fetch.js';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const ADMIN_KEY = 'spec-admin-key-0123456789abcdef';
const PROGRAM = join(ROOT, 'dist/apps/tracker/src/main.js');
const READY_MS = 60_000;
const STOP_MS = 25_000;

export type Env = Record<string, string | undefined>;

export interface TrackerOptions {
  /** PostgreSQL to use; without it the embedded one. */
  databaseUrl?: string;
  env?: Env;
  /** A data directory to share or to use again; the caller removes it. */
  dataDir?: string;
}

/** What a program did that was expected to end by itself. */
export interface Ended {
  code: number | null;
  output: string;
}

/** The tracker as a process of its own, started from the compiled program. */
export class TrackerProcess {
  private child: ChildProcess | undefined;
  /** What the process wrote since its last start. */
  output = '';
  /** Holds every answer to its clients against the OpenAPI document. */
  readonly answers: AnswerCheck;
  /** How long the last start took until `/health/ready` answered 200. */
  readyMs = 0;

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly env: Env,
    private readonly ownsDataDir: boolean,
  ) {
    this.answers = new AnswerCheck(this.url);
  }

  /** Prepares one without starting it. */
  static async prepare({ databaseUrl, env = {}, dataDir }: TrackerOptions = {}): Promise<TrackerProcess> {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: run "npm run build" first.`);
    const directory = dataDir ?? (await mkdtemp(join(tmpdir(), 'wic-tracker-')));
    const port = await freePort();
    return new TrackerProcess(directory, port, { DATABASE_URL: databaseUrl, ...env }, dataDir === undefined);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('The tracker does not run.');
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** With the admin key, or another, or (null) none. */
  client(key: string | null = ADMIN_KEY): WicClient {
    return new WicClient({ url: this.url, fetch: this.answers.fetch, ...(key === null ? {} : { key }) });
  }

  /** A client with a key of its own: each has its own share of the rate limits. */
  async newClient(...scopes: string[]): Promise<WicClient> {
    const body = { name: 'spec', scopes: scopes.length > 0 ? scopes : ['admin'] };
    const { key } = await this.client().http.json<{ key: string }>('POST', '/v1/keys', { body });
    return this.client(key);
  }

  /** Starts it and waits until it is ready; throws with its output when it ends before. */
  async start(): Promise<this> {
    const begun = performance.now();
    this.launch();
    while (!(await this.isReady())) {
      if (!this.isRunning) throw new Error(`The tracker ended at its start:\n${this.output}`);
      if (performance.now() - begun > READY_MS)
        throw new Error(`The tracker was not ready after ${READY_MS} ms:\n${this.output}`);
      await sleep(20);
    }
    this.readyMs = Math.round(performance.now() - begun);
    return this;
  }

  /** Starts it and waits until it ends by itself. */
  async runToEnd(): Promise<Ended> {
    this.launch();
    const [code] = (await once(this.child!, 'close')) as [number | null];
    return { code, output: this.output };
  }

  /** The power goes for this process alone; what it started lives on. */
  async kill9(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** The process id of the embedded server, or null when none is known. */
  async postmasterPid(): Promise<number | null> {
    const file = await readFile(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
    return Number.parseInt(file, 10) || null;
  }

  /** Ends whatever still runs and removes the data. SPEC_TRACKER_OUTPUT=1 shows what it had to say. */
  async destroy(): Promise<void> {
    await this.stop();
    if (process.env['SPEC_TRACKER_OUTPUT']) process.stderr.write(this.output);
    const postmaster = await this.postmasterPid();
    if (postmaster !== null) endProcess(postmaster);
    if (this.ownsDataDir) await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
    await answer?.arrayBuffer().catch(() => undefined);
    return answer?.status === 200;
  }

  private launch(): void {
    const { PATH, HOME } = process.env;
    const given = {
      ...{ PATH, HOME, DATA_DIR: this.dataDir, PORT: String(this.port), HOST: '127.0.0.1' },
      ...{ WIC_ADMIN_KEY: ADMIN_KEY, WIC_CHRONICLE: 'off', WIC_DEFAULT_SOURCES: 'off', LOG_LEVEL: 'warn' },
      ...{ OUTBOUND_ALLOW: '127.0.0.0/8', ...this.env },
    };
    const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    this.output = '';
    this.child = spawn(process.execPath, [PROGRAM], {
      cwd: tmpdir(),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child!, 'exit');
    this.child!.kill(signal);
    const patience = setTimeout(() => this.child!.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(patience);
  }
}

/** Prepares and starts one. */
export async function startTracker(options: TrackerOptions = {}): Promise<TrackerProcess> {
  const tracker = await TrackerProcess.prepare(options);
  try {
    return await tracker.start();
  } catch (error) {
    await tracker.destroy();
    throw error;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it had ended
  }
}
