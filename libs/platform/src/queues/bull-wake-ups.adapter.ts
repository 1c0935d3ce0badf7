import { Queue, Worker, type Job } from 'bullmq';
import { postgresServer } from './postgres-server.js';
import { within, type QueueServer } from './queue-server.js';
import { redisServer } from './redis-server.js';
import {
  decodeId,
  encodeId,
  everyOptions,
  laterOptions,
  nowOptions,
  type WakeUpData,
  type WakeUpName,
} from './wake-up-job.js';
import { WakeUps } from './wake-ups.port.js';

export interface BullWakeUpsOptions {
  /** Jobs live here unless `redisUrl` is given. */
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** Hears of trouble in the background (a lost connection, a handler that threw). Default: nobody. */
  onError?: (error: Error, queue: string) => void;
  /** How often repeated wake-ups are looked after, and how long a dead worker's job stays its own (ms). */
  rearmMs?: number;
  lockMs?: number;
}

const ANSWER_MS = 5000;
const CLOSE_MS = 10_000;

type WakeUpQueue = Queue<WakeUpData, unknown, WakeUpName>;

/**
 * Wake-ups as BullMQ jobs, in PostgreSQL or, with a Redis URL, in Redis. Handlings of one id never overlap
 * (but for a worker that froze longer than its lock), whichever process they run in.
 */
export class BullWakeUps extends WakeUps {
  private readonly server: QueueServer;
  private readonly queues = new Map<string, WakeUpQueue>();
  private readonly workers = new Set<{ close(): Promise<void> }>();
  private readonly repeated = new Map<string, { queue: string; id: string; ms: number }>();
  private readonly rearming: NodeJS.Timeout;

  constructor(private readonly options: BullWakeUpsOptions) {
    super();
    this.server = options.redisUrl ? redisServer(options.redisUrl) : postgresServer(options.databaseUrl);
    this.rearming = setInterval(() => this.rearm(), options.rearmMs ?? 15_000).unref();
  }

  async wake(queue: string, id: string, delayMs = 0): Promise<void> {
    const encoded = encodeId(id);
    await this.answered(delayMs > 0 ? this.later(queue, encoded, delayMs) : this.now(queue, encoded));
  }

  async every(queue: string, id: string, ms: number): Promise<void> {
    this.repeated.set(`${queue} ${id}`, { queue, id, ms });
    await this.answered(this.schedule(queue, id, ms));
  }

  async work(
    queue: string,
    handle: (id: string) => Promise<void>,
    options: { concurrency?: number } = {},
  ): Promise<() => Promise<void>> {
    const lockDuration = this.options.lockMs ?? 20_000;
    const worker = new Worker<WakeUpData, unknown, WakeUpName>(
      queue,
      (job) => this.run(queue, job, handle),
      {
        connection: this.server.connection,
        concurrency: options.concurrency ?? 1,
        lockDuration,
        stalledInterval: lockDuration,
        runRetryDelay: 1000,
      },
      this.server.backend as never,
    );
    worker.on('error', (error) => this.options.onError?.(error, queue));
    worker.on('failed', (_job, error) => this.options.onError?.(error, queue));
    this.workers.add(worker);
    await this.answered(worker.waitUntilReady().then(() => undefined));
    return async () => {
      this.workers.delete(worker);
      await worker.close();
    };
  }

  ping(): Promise<void> {
    return this.server.ping();
  }

  async close(): Promise<void> {
    clearInterval(this.rearming);
    this.server.release();
    const late = () => this.server.unreachable('closing it took too long');
    const closing = this.closeAll();
    await within(CLOSE_MS, closing, late).catch((error: Error) => this.options.onError?.(error, '*'));
  }

  /** Workers first: their last jobs may still add some. */
  private async closeAll(): Promise<void> {
    for (const all of [this.workers, this.queues.values()]) {
      await Promise.allSettled([...all].map((each) => each.close()));
    }
    this.workers.clear();
    this.queues.clear();
  }

  private async run(queue: string, job: Job<WakeUpData>, handle: (id: string) => Promise<void>) {
    if (job.name === 'now') await handle(decodeId(job.data.id));
    else await this.now(queue, job.data.id);
  }

  private async now(queue: string, encoded: string): Promise<void> {
    await this.queue(queue).add('now', { id: encoded }, nowOptions(encoded));
  }

  /** The earliest of the delayed wake-ups of one id is the one that waits. */
  private async later(queue: string, encoded: string, delayMs: number): Promise<void> {
    const options = laterOptions(encoded, delayMs);
    const due = Date.now() + delayMs;
    const added = await this.queue(queue).add('later', { id: encoded }, options);
    if (added.id === options.jobId || added.id === undefined) return;
    const held = (await this.queue(queue).getJob(added.id)) as Job | undefined;
    if (held === undefined || held.timestamp + held.delay <= due) return;
    await held.changeDelay(delayMs).catch(() => undefined); // it fell due meanwhile: sooner still
  }

  /** Looked at before it is written: writing a schedule anew would start its interval anew. */
  private async schedule(queue: string, id: string, ms: number): Promise<void> {
    const key = `every-${encodeId(id)}` as WakeUpName;
    const known = await this.queue(queue).getJobScheduler(key);
    const overdue = known?.next !== undefined && known.next < Date.now() - ms - ANSWER_MS;
    if (known?.every === ms && !overdue) return;
    const template = { name: 'every', data: { id: encodeId(id) }, opts: everyOptions } as const;
    await this.queue(queue).upsertJobScheduler(key, { every: ms }, template);
  }

  /** A flushed or replaced server has forgotten the schedules. */
  private rearm(): void {
    for (const { queue, id, ms } of this.repeated.values())
      this.schedule(queue, id, ms).catch((error: Error) => this.options.onError?.(error, queue));
  }

  private queue(name: string): WakeUpQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const options = { connection: this.server.connection };
    const queue = new Queue(name, options, this.server.backend as never) as WakeUpQueue;
    queue.on('error', (error) => this.options.onError?.(error, name));
    this.queues.set(name, queue);
    return queue;
  }

  private answered(work: Promise<void>): Promise<void> {
    return within(ANSWER_MS, work, () => this.server.unreachable('it does not answer'));
  }
}
