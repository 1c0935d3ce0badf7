import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { NewWebhook, WicClient, Announcement, LogEvent, Webhook } from '#client';
import { eventually } from './eventually.js';

/** One request the receiver took. */
export interface Delivery {
  path: string;
  id: string;
  attempt: string | null;
  replay: string | null;
  /** The signature fits, by the Standard Webhooks library. */
  verified: boolean;
  bytes: number;
  body: Omit<LogEvent, 'data'> & { timestamp: string; data: { announcement: Announcement } };
  at: number;
}

/** A webhook receiver in another process, which verifies what it takes. */
export class WebhookReceiver {
  private orders = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  static async start(): Promise<WebhookReceiver> {
    const child = fork(join(import.meta.dirname, 'receiver-process.mjs'), [], { execArgv: [] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    child.setMaxListeners(0);
    return new WebhookReceiver(child, `http://127.0.0.1:${port}`);
  }

  /** Subscribes `path` of this receiver and learns the secret. */
  async subscribe(client: WicClient, path: string, wanted: object = {}): Promise<Webhook> {
    const body = { url: `${this.origin}${path}`, ...wanted };
    const webhook = await client.http.json<NewWebhook>('POST', '/v1/webhooks', { body });
    await this.order('trust', { path, secret: webhook.secret });
    return webhook;
  }

  /** How every request is answered from now on. */
  async answer(status: number, delayMs = 0): Promise<void> {
    await this.order('answer', { status, delayMs });
  }

  /** Resolves when the next request has arrived and is not answered yet, or when its answer has just gone out. */
  async trap(at: 'request' | 'answer'): Promise<void> {
    await this.order('trap', { at });
  }

  /** Everything taken at `path`, in the order of arrival. */
  async deliveries(path: string): Promise<Delivery[]> {
    return (await this.order<Delivery[]>('deliveries')).filter((delivery) => delivery.path === path);
  }

  /** Waits for at least `count` deliveries at `path`. */
  async atLeast(path: string, count: number, withinMs = 15_000): Promise<Delivery[]> {
    const found = () => this.deliveries(path).then((all) => (all.length >= count ? all : null));
    return eventually(found, { withinMs, what: `${count} deliveries at ${path}` });
  }

  async forget(): Promise<void> {
    await this.order('forget');
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill();
    await gone;
  }

  private async order<Result>(order: string, given?: object): Promise<Result> {
    const number = ++this.orders;
    return new Promise((resolve) => {
      const listen = (answer: { number: number; result: Result }) => {
        if (answer.number !== number) return;
        this.child.off('message', listen);
        resolve(answer.result);
      };
      this.child.on('message', listen);
      this.child.send({ number, order, given });
    });
  }
}
