import type { StoredEvent, SubscriptionMessage } from '#event-store';
import type { Batch } from './advance.js';

const MAX_WAITING = 10_000;

/**
 * Reads ahead of whoever writes: takes messages as they come and hands over everything that waits as one batch,
 * so that batches are large while history is read and small when an event comes alone.
 */
export class EventFeed {
  private waiting: StoredEvent[] = [];
  private upTo: string | null = null;
  private ended = false;
  private failure: unknown = null;
  private wake: () => void = () => undefined;
  private drained: () => void = () => undefined;

  constructor(messages: AsyncIterable<SubscriptionMessage>) {
    void this.pump(messages);
  }

  /** The next batch, as soon as there is anything; null at the end. Rejects with what the messages threw. */
  async next(max: number): Promise<Batch | null> {
    while (this.upTo === null && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.upTo === null) {
      if (this.failure !== null) throw this.failure as Error;
      return null;
    }
    const stored = this.waiting.splice(0, max);
    const upTo = this.waiting.length > 0 ? stored.at(-1)!.position : this.upTo;
    if (this.waiting.length === 0) this.upTo = null;
    this.drained();
    return { stored, upTo };
  }

  private async pump(messages: AsyncIterable<SubscriptionMessage>): Promise<void> {
    try {
      for await (const message of messages) {
        this.take(message);
        if (this.waiting.length >= MAX_WAITING)
          await new Promise<void>((resolve) => (this.drained = resolve));
      }
    } catch (error) {
      this.failure = error;
    } finally {
      this.ended = true;
      this.wake();
    }
  }

  private take(message: SubscriptionMessage): void {
    if (message.kind === 'events') {
      this.waiting.push(...message.events);
      this.upTo = message.events.at(-1)?.position ?? this.upTo;
    } else this.upTo = message.position;
    this.wake();
  }
}
