import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';

const SERVER = fileURLToPath(new URL('./server.mjs', import.meta.url));

/**
 * A stand-in for an EventStoreDB server, in a child process on loopback. Its log lies in a file of its own
 * and survives `kill` and `restart`, like a server's disk.
 */
export class EventStoreStandIn {
  private child: ChildProcess | undefined;
  private orders = 0;

  private constructor(
    private readonly port: number,
    private readonly directory: string,
    private readonly batchAppend: boolean,
  ) {}

  /** Starts one; `batchAppend: false` imitates a server without that call. */
  static async start({ batchAppend = true } = {}): Promise<EventStoreStandIn> {
    const directory = await mkdtemp(join(tmpdir(), 'eventstore-stand-in-'));
    const standIn = new EventStoreStandIn(await freePort(), directory, batchAppend);
    await standIn.restart();
    return standIn;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Starts the server on its old port and log; the one before must be dead. */
  async restart(): Promise<void> {
    const batching = this.batchAppend ? 'batch' : 'no-batch';
    this.child = fork(SERVER, [String(this.port), join(this.directory, 'log.jsonl'), batching], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = (await once(this.child, 'message')) as [{ ready?: true; failed?: string }];
    if (!message.ready) throw new Error(`The stand-in could not start: ${message.failed}`);
  }

  /** Stops the process as it stands: sockets stay open, nothing answers. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** kill -9, also of a frozen server. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Moves the clock that stamps events: milliseconds beside the true time, negative for backwards. */
  async setClock(clockOffset: number): Promise<void> {
    const id = ++this.orders;
    this.child?.send({ clockOffset, id });
    if (this.child) await once(this.child, 'message');
  }

  /** Kills the server and removes its log. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.directory, { recursive: true, force: true });
  }
}
