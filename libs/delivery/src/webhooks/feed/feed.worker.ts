import type { Lease } from '#platform';
import { ViewNotReadyError } from '#projections';
import type { DeliveryPorts } from '../../delivery-ports.js';
import { disableHalted } from '../halted.js';
import { feedPage } from './feeder.js';
import { expandReplays } from './replay-expansion.js';

export interface FeedWorkerOptions {
  ports: DeliveryPorts;
  /** Called after the commit with the webhooks that got something to do. */
  onFed: (webhookIds: Iterable<string>) => Promise<void>;
  signal: AbortSignal;
  /** How often the log and the replays are looked at without a notice. */
  tickMs?: number;
}

const LEASE = 'webhook-feed';
const RETRY_MS = 1000;

/** Feeds the backlog as long as `signal` lets it; of any number of processes one does, the others stand by. */
export async function runFeed(options: FeedWorkerOptions): Promise<void> {
  const { ports, signal } = options;
  while (!signal.aborted) {
    try {
      const lease = await ports.leases.hold(LEASE, signal);
      await lead(options, lease).finally(() => lease.release());
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ViewNotReadyError)) ports.onError?.(error, 'feeding the webhook backlog');
      await ports.clock.sleep(RETRY_MS, signal);
    }
  }
}

async function lead({ ports, onFed, signal, tickMs = 1000 }: FeedWorkerOptions, lease: Lease): Promise<void> {
  const stop = AbortSignal.any([signal, lease.signal]);
  const bell = new Bell(ports.log.onAdvance.bind(ports.log));
  try {
    while (!stop.aborted) {
      bell.reset();
      const fed = await feedPage(ports, lease);
      if (fed.webhooks.size > 0) await onFed(fed.webhooks);
      if (fed.endedQuarantine) await disableHalted(ports);
      const replayed = await expandReplays(ports, lease);
      if (replayed.size > 0) await onFed(replayed);
      if (!fed.moved && replayed.size === 0) await bell.wait(tickMs, stop);
    }
  } finally {
    bell.stop();
  }
}

/** Rings when the log advances, also when that was while nobody waited. */
class Bell {
  private rung = false;
  private ring = () => {};
  readonly stop: () => void;

  constructor(onAdvance: (listener: () => void) => () => void) {
    this.stop = onAdvance(() => {
      this.rung = true;
      this.ring();
    });
  }

  reset(): void {
    this.rung = false;
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.rung || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.ring = done;
      signal.addEventListener('abort', done);
    });
  }
}
