import type { DeliveryPorts } from '../delivery-ports.js';
import { dueWebhooks } from './backlog.queries.js';
import { forgetAttempts } from './drain/attempts.queries.js';
import { DELIVERY_QUEUE, DrainPool } from './drain/drain-pool.js';
import { runFeed } from './feed/feed.worker.js';
import { disableHalted, warnOfFailing } from './halted.js';

export interface DelivererOptions {
  /** Webhooks drained at once by this process. */
  most?: number;
  sweepMs?: number;
  feedTickMs?: number;
  keepAttemptsDays?: number;
}

const SWEEP_QUEUE = 'webhook-sweep';
const SWEEP_ID = 'all';
const DAY_MS = 86_400_000;

/**
 * Delivers webhooks: feeds the backlog, drains it, and sweeps up what a crash or a flushed queue forgot. Any
 * number of processes may run one.
 */
export class Deliverer {
  private readonly stopping = new AbortController();
  private readonly pool: DrainPool;
  private feeding: Promise<void> = Promise.resolve();
  private stopWorkers: (() => Promise<void>)[] = [];

  constructor(
    private readonly ports: DeliveryPorts,
    private readonly options: DelivererOptions = {},
  ) {
    this.pool = new DrainPool(ports, options.most);
  }

  async start(): Promise<void> {
    const { wakeUps } = this.ports;
    const { signal } = this.stopping;
    this.stopWorkers = [
      await wakeUps.work(DELIVERY_QUEUE, async (id) => this.pool.start(id), { concurrency: 16 }),
      await wakeUps.work(SWEEP_QUEUE, () => this.sweep()),
    ];
    await wakeUps.every(SWEEP_QUEUE, SWEEP_ID, this.options.sweepMs ?? 30_000);
    const tickMs = this.options.feedTickMs;
    this.feeding = runFeed({ ports: this.ports, onFed: (ids) => this.startAll(ids), signal, tickMs });
    await this.sweep();
  }

  /** Finishes the attempts under way and nothing more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.stopWorkers.map((stop) => stop()));
    await Promise.all([this.feeding, this.pool.stop()]);
  }

  /** Wakes what is due but forgotten, tells the log of who was halted or comes near to it, forgets old attempts. */
  async sweep(): Promise<void> {
    const { database, clock } = this.ports;
    await this.startAll(await dueWebhooks(database, clock.now()));
    await disableHalted(this.ports);
    await warnOfFailing(this.ports);
    const days = this.options.keepAttemptsDays ?? 30;
    await forgetAttempts(database, new Date(clock.now().getTime() - days * DAY_MS));
  }

  private async startAll(webhookIds: Iterable<string>): Promise<void> {
    for (const webhookId of webhookIds) await this.pool.startOrPass(webhookId);
  }
}
