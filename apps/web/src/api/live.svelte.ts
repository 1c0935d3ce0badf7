import type { LogEvent } from '#client';
import { tracker } from './client.js';
import { pause, untilSeen, whileSeen } from './seen.js';

/** How long after a refusal it is tried again. */
const AGAIN_MS = 5000;

type Hear = (event: LogEvent) => void;

/** The live stream, held once for the whole page: what is recorded from now on. */
class Live {
  state = $state<'connecting' | 'live' | 'broken'>('connecting');
  private hearers = new Set<Hear>();
  private after: string | null = null;

  /** Hears each public event from now on; to be called while a component is made, ends with it. */
  hear(hear: Hear): void {
    $effect(() => {
      this.hearers.add(hear);
      return () => this.hearers.delete(hear);
    });
  }

  /**
   * Follows until the signal aborts; takes up a broken connection where it broke, without gap or double. A page
   * that nobody looks at gives its connection back: a browser has only six for all pages of a tracker.
   */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await untilSeen(signal);
      try {
        await this.hearAll(whileSeen(signal));
      } catch {
        if (!signal.aborted) this.state = 'broken';
        await pause(AGAIN_MS, signal);
      }
    }
  }

  private async hearAll(signal: AbortSignal): Promise<void> {
    const events = tracker().follow({
      signal,
      ...(this.after === null ? {} : { after: this.after }),
      onOpen: (after) => {
        this.after = after;
        this.state = 'live';
      },
      onBreak: () => (this.state = signal.aborted ? this.state : 'broken'),
      onReset: () => location.reload(), // another log: nothing on the page holds any more
    });
    for await (const event of events) {
      this.after = event.position;
      for (const hear of this.hearers) hear(event);
    }
  }
}

export const live = new Live();
