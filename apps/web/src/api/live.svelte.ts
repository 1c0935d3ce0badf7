import type { LogEvent } from '#client';
import { tracker } from './client.js';

/** How long after a refusal it is tried again. */
const AGAIN_MS = 5000;

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
        await this.hearAll(signal);
      } catch {
        if (!signal.aborted) this.state = 'broken';
      }
      await pause(AGAIN_MS, signal);
    }
  }

  private async hearAll(signal: AbortSignal): Promise<void> {
    const events = tracker().follow({
      signal,
      onOpen: () => (this.state = 'live'),
      onBreak: () => (this.state = signal.aborted ? this.state : 'broken'),
    });
    for await (const event of events) for (const hear of this.hearers) hear(event);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

export const live = new Live();
