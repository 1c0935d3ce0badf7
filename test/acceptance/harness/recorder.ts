import type { LogEvent, WicClient } from '#client';
import { eventually } from './eventually.js';

/** Follows the live stream and keeps what comes. */
export class StreamRecorder {
  readonly events: LogEvent[] = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(client: WicClient, options: { after?: string; type?: string } = {}) {
    this.running = this.follow(client, options);
  }

  /** Positions of what came, in its order. */
  get positions(): string[] {
    return this.events.map(({ position }) => position);
  }

  /** Waits until the stream has carried this position. */
  async reached(position: string): Promise<void> {
    await eventually(() => this.events.some((event) => BigInt(event.position) >= BigInt(position)), {
      what: `position ${position} on the stream`,
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async follow(client: WicClient, options: { after?: string; type?: string }): Promise<void> {
    const { signal } = this.stopping;
    try {
      for await (const event of client.follow({ ...options, signal })) this.events.push(event);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
