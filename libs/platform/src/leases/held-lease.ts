import { setTimeout as sleep } from 'node:timers/promises';
import { LeaseLostError, type Lease } from './leases.port.js';

const GIVE_BACK_AGAIN_MS = 200;

export interface LeaseTerms {
  ttlMs: number;
  renewMs: number;
  /** Prolongs the lease; false when it is lost. Rejects while the database is away. */
  renew: (lease: { name: string; token: string }) => Promise<boolean>;
  /** Has the lease given back and those who wait told; rejects while the database is away. */
  giveBack: (lease: { name: string; token: string }) => Promise<unknown>;
}

/**
 * A lease in the hands of this process. It renews itself, and gives up by its own clock when no renewal got
 * through: counted from before the request was sent, so always before the database lets somebody else have it.
 */
export class HeldLease implements Lease {
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private deadline: number;

  constructor(
    readonly name: string,
    readonly token: string,
    private readonly terms: LeaseTerms,
    askedAt: number,
  ) {
    this.deadline = askedAt + terms.ttlMs;
    this.renewLater();
  }

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /**
   * Never rejects. While the database is away it is tried again, so that whoever comes next need not wait for the
   * lease to run out once the database is back; after that there is nothing left to give back.
   */
  async release(): Promise<void> {
    if (this.signal.aborted) return;
    this.end(new DOMException(`The lease ${this.name} was released.`, 'AbortError'));
    while (!(await this.givenBack()) && performance.now() < this.deadline) await sleep(GIVE_BACK_AGAIN_MS);
  }

  private async givenBack(): Promise<boolean> {
    try {
      await this.terms.giveBack(this);
      return true;
    } catch {
      return false;
    }
  }

  private renewLater(): void {
    const left = this.deadline - performance.now();
    const next = left > this.terms.renewMs ? () => void this.renew() : () => this.lose();
    this.timer = setTimeout(next, Math.min(this.terms.renewMs, left)).unref();
  }

  private async renew(): Promise<void> {
    const askedAt = performance.now();
    const giveUp = setTimeout(() => this.lose(), this.deadline - askedAt).unref();
    try {
      if (!(await this.terms.renew(this))) this.lose();
      this.deadline = askedAt + this.terms.ttlMs;
    } catch {
      // the database is away: try again until the deadline
    } finally {
      clearTimeout(giveUp);
    }
    if (!this.signal.aborted) this.renewLater();
  }

  private lose(): void {
    this.end(new LeaseLostError(this.name));
  }

  private end(reason: Error): void {
    clearTimeout(this.timer);
    this.ending.abort(reason);
  }
}
