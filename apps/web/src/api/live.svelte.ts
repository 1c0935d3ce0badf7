import type { LogEvent } from '#client';
import { tracker } from './client.js';

type Hear = (event: LogEvent) => void;

/** The live stream, held once for the whole page: what is recorded from now on. */
class Live {
  state = $state<'connecting' | 'live' | 'broken'>('connecting');
  private hearers = new Set<Hear>();

  /** Hears each public event from now on; to be called while a component is made, ends with it. */
  hear(hear: Hear): void {
    $effect(() => {
      this.hearers.add(hear);
      return () => this.hearers.delete(hear);
    });
  }

  /** Follows until the signal aborts; takes up a broken connection where it broke, without gap or double. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const { page } = await tracker().events({ after: '9999-12-31T00:00:00.000Z', limit: 1 });
        this.state = 'live';
        await this.hearFrom(page.next, signal);
      } catch {
        this.state = 'broken';
        await new Promise((resolve) => setTimeout(resolve, 5000));
      }
    }
  }

  private async hearFrom(after: string, signal: AbortSignal): Promise<void> {
    const events = tracker().follow({ after, signal, onBreak: () => (this.state = 'broken') });
    for await (const event of events) {
      this.state = 'live';
      for (const hear of this.hearers) hear(event);
    }
  }
}

export const live = new Live();
