import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { isConnectionLoss } from '../database/connection-loss.js';
import type { Database } from '../database/database.port.js';
import { Gathered } from '../database/gathered.js';
import { HeldLease, type LeaseTerms } from './held-lease.js';
import { Leases, type Lease } from './leases.port.js';
import { END_ALL, GIVE_BACK, RENEW, TAKE } from './leases.queries.js';

const CHANNEL = 'leases';

type Token = Pick<Lease, 'name' | 'token'>;

/**
 * Leases as rows of PostgreSQL, by its clock alone. `ttlMs`: how long a dead holder keeps the others out;
 * `renewMs`: how often a live one prolongs (default a third of it).
 */
export class PgLeases extends Leases {
  private readonly terms: LeaseTerms;
  private readonly holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  private readonly waiting = new Map<string, Set<() => void>>();
  private listening: Promise<unknown> | null = null;
  private readonly taking = new Gathered((names: string[]) => this.take(names));
  private readonly renewing = new Gathered((leases: Token[]) => this.renew(leases));
  private readonly givingBack = new Gathered((leases: Token[]) => this.giveBack(leases));

  constructor(
    private readonly database: Database,
    options: { ttlMs?: number; renewMs?: number } = {},
  ) {
    super();
    const ttlMs = options.ttlMs ?? 10_000;
    const renew = ({ name, token }: Token) => this.renewing.ask({ name, token });
    const giveBack = ({ name, token }: Token) => this.givingBack.ask({ name, token });
    this.terms = { ttlMs, renewMs: options.renewMs ?? ttlMs / 3, renew, giveBack };
  }

  tryHold(name: string): Promise<Lease | null> {
    return this.taking.ask(name);
  }

  async hold(name: string, signal: AbortSignal): Promise<Lease> {
    for (;;) {
      signal.throwIfAborted();
      await this.listen();
      const told = this.nextNotice(name, signal);
      try {
        const lease = await this.tryUnlessAway(name);
        if (lease && !signal.aborted) return lease;
        await lease?.release();
        await told.promise;
      } finally {
        told.stop();
      }
    }
  }

  /** Ends every lease at once. Only for who knows that all holders are dead, such as the owner of an embedded server. */
  async endAll(): Promise<void> {
    await this.database.query(END_ALL);
  }

  /** Of several who ask for one lease at once the first gets it. */
  private async take(names: string[]): Promise<(Lease | null)[]> {
    const askedAt = performance.now();
    const rows = await this.database.query<Token>(TAKE, [names, this.holder, this.terms.ttlMs]);
    const tokens = new Map(rows.map(({ name, token }) => [name, token]));
    return names.map((name) => {
      const token = tokens.get(name);
      if (token === undefined) return null;
      tokens.delete(name);
      return new HeldLease(name, token, this.terms, askedAt);
    });
  }

  private async renew(leases: Token[]): Promise<boolean[]> {
    const rows = await this.database.query<Token>(RENEW, [...columns(leases), this.terms.ttlMs]);
    const renewed = new Set(rows.map(({ name, token }) => `${token} ${name}`));
    return leases.map(({ name, token }) => renewed.has(`${token} ${name}`));
  }

  private async giveBack(leases: Token[]): Promise<void[]> {
    await this.database.query(GIVE_BACK, [...columns(leases), CHANNEL]);
    return [];
  }

  /** A database that is restarting is waited for, as if somebody held the lease. */
  private async tryUnlessAway(name: string): Promise<Lease | null> {
    try {
      return await this.tryHold(name);
    } catch (error) {
      if (isConnectionLoss(error)) return null;
      throw error;
    }
  }

  /** Without notices waiting is slower, not wrong: a failure to listen is tried again at the next turn. */
  private async listen(): Promise<void> {
    this.listening ??= this.database.listen(CHANNEL, this.tell);
    await this.listening.catch(() => (this.listening = null));
  }

  private readonly tell = (name: string): void => {
    const wakes =
      name === '' ? [...this.waiting.values()].flatMap((set) => [...set]) : this.waiting.get(name);
    for (const wake of wakes ?? []) wake();
  };

  /** Resolves at a release of the lease, after a while with jitter, or when the signal aborts. */
  private nextNotice(name: string, signal: AbortSignal): { promise: Promise<void>; stop: () => void } {
    const { promise, resolve } = withResolvers();
    const timer = setTimeout(resolve, (this.terms.ttlMs / 4) * (0.5 + Math.random()));
    signal.addEventListener('abort', resolve, { once: true });
    const wakes = this.waiting.get(name) ?? new Set();
    this.waiting.set(name, wakes.add(resolve));
    const stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', resolve);
      wakes.delete(resolve);
      if (wakes.size === 0 && this.waiting.get(name) === wakes) this.waiting.delete(name);
    };
    return { promise, stop };
  }
}

function columns(leases: readonly Token[]): [names: string[], tokens: string[]] {
  return [leases.map(({ name }) => name), leases.map(({ token }) => token)];
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
