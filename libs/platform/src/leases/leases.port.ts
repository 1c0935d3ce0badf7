import type { Sql } from '../database/database.port.js';

/** The right to be the only one doing something, until it is released or lost. */
export interface Lease {
  name: string;
  /** Fencing token: grows with every new holder. */
  token: string;
  /** Aborts when the lease is lost or released; whoever holds it stops then. */
  signal: AbortSignal;
  release(): Promise<void>;
}

/** Leases in the database, renewed while held; a dead holder's lease runs out by itself. */
export abstract class Leases {
  /** The lease, or null when somebody else holds it. */
  abstract tryHold(name: string): Promise<Lease | null>;
  /** Waits for the lease; rejects with the signal's reason when `signal` aborts first. */
  abstract hold(name: string, signal: AbortSignal): Promise<Lease>;
}

/** The lease passed to somebody else: whatever the transaction did must not commit. */
export class LeaseLostError extends Error {
  constructor(name: string) {
    super(`The lease ${name} was lost to another process.`);
    this.name = 'LeaseLostError';
  }
}

/**
 * Proves within a transaction that the lease is still held, and keeps it from passing on before the
 * transaction ends (a row lock that a takeover waits for and a renewal does not). Throws LeaseLostError otherwise.
 */
export async function fence(tx: Sql, lease: Pick<Lease, 'name' | 'token'>): Promise<void> {
  const rows = await tx.query('SELECT 1 FROM leases WHERE name = $1 AND token = $2 FOR KEY SHARE', [
    lease.name,
    lease.token,
  ]);
  if (rows.length === 0) throw new LeaseLostError(lease.name);
}
