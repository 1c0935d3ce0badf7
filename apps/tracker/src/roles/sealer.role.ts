import { sealLog, type EventStore } from '#event-store';
import type { Leases, Logger } from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 60_000;

/** Seals the log when a seal is due; one process at a time. */
export class SealerRole {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: { store: EventStore; leases: Leases; logger: Logger }) {}

  start(): void {
    this.running = this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.sealWhileHeld(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.parts.logger.warn({ err: error }, 'The log could not be sealed just now');
        await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async sealWhileHeld(signal: AbortSignal): Promise<void> {
    const { store, leases } = this.parts;
    const lease = await leases.hold('sealer', signal);
    const held = AbortSignal.any([signal, lease.signal]);
    try {
      while (!held.aborted) {
        await sealLog(store);
        await sleep(LOOK_MS, undefined, { signal: held });
      }
    } finally {
      await lease.release();
    }
  }
}
