import type { DeliveryPorts } from '../../delivery-ports.js';
import { drain } from './drain.js';
import { DrainParts } from './drain-parts.js';

/** Where wake-ups of webhooks are told. */
export const DELIVERY_QUEUE = 'webhook-delivery';

const FAILED_MS = 5000;
const MIN_WAKE_MS = 50;

/**
 * The drains of this process. A slow receiver holds up its own drain only; beyond `most` at once the others
 * wait their turn in the order they were woken.
 */
export class DrainPool {
  private readonly parts: DrainParts;
  private readonly running = new Map<string, { again: boolean; done: Promise<void> }>();
  private readonly waiting = new Set<string>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly ports: DeliveryPorts,
    private readonly most = 500,
  ) {
    this.parts = new DrainParts(ports);
  }

  /** Has a webhook drained soon; one that is being drained is looked at once more afterwards. */
  start(webhookId: string): void {
    if (this.stopping.signal.aborted) return;
    const current = this.running.get(webhookId);
    if (current) current.again = true;
    else if (this.running.size >= this.most) this.waiting.add(webhookId);
    else this.running.set(webhookId, { again: false, done: this.run(webhookId) });
  }

  /** Whether another drain could begin at once. */
  get hasRoom(): boolean {
    return this.running.size < this.most && !this.stopping.signal.aborted;
  }

  /** Has it drained here if there is room, else by whichever process has. */
  async startOrPass(webhookId: string): Promise<void> {
    if (this.hasRoom || this.running.has(webhookId)) this.start(webhookId);
    else await this.wake(webhookId, MIN_WAKE_MS);
  }

  /** Starts no further attempt and waits for those under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.clear();
    await Promise.all([...this.running.values()].map(({ done }) => done));
  }

  private async run(webhookId: string): Promise<void> {
    await Promise.resolve(); // until it is in the map
    try {
      const wait = await drain(this.parts, webhookId, this.stopping.signal);
      if (wait !== null && !this.running.get(webhookId)!.again) await this.wake(webhookId, wait);
    } catch (error) {
      this.ports.onError?.(error, `delivering to webhook ${webhookId}`);
      await this.wake(webhookId, FAILED_MS);
    }
    const again = this.running.get(webhookId)!.again;
    this.running.delete(webhookId);
    if (again) this.start(webhookId);
    const [next] = this.waiting;
    if (next !== undefined && this.running.size < this.most) {
      this.waiting.delete(next);
      this.start(next);
    }
  }

  private async wake(webhookId: string, ms: number): Promise<void> {
    try {
      await this.ports.wakeUps.wake(DELIVERY_QUEUE, webhookId, Math.max(ms, MIN_WAKE_MS));
    } catch (error) {
      this.ports.onError?.(error, `waking webhook ${webhookId}`); // the sweep will
    }
  }
}
