import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';

const KEY = randomBytes(32);

/**
 * What is left of delivering webhooks when nothing is kept: for each address a loop that signs each body and posts
 * it, the next when the one before was answered.
 */
export class BareLoop {
  private readonly agent = new Agent({ connections: 1, pipelining: 1, keepAliveTimeout: 30_000 });

  async send(urls: readonly string[], bodies: readonly string[]): Promise<void> {
    await Promise.all(
      urls.map(async (url) => {
        for (const body of bodies) await this.post(url, body);
      }),
    );
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async post(url: string, body: string): Promise<void> {
    const [id, timestamp] = [randomUUID(), Math.floor(Date.now() / 1000)];
    const signature = createHmac('sha256', KEY).update(`${id}.${timestamp}.${body}`).digest('base64');
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${signature}`,
    };
    const answer = await request(url, { dispatcher: this.agent, method: 'POST', headers, body });
    await answer.body.dump();
    if (answer.statusCode !== 204) throw new Error(`The receiver answered ${answer.statusCode}.`);
  }
}
