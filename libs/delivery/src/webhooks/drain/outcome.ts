import type { Lease } from '#platform';
import type { BacklogRow } from '../backlog.queries.js';
import type { Endpoint } from '../endpoint.js';
import { givenUp, warningOf } from '../retry/giving-up.rule.js';
import { afterAttempt } from '../retry/health.rule.js';
import { nextDelay } from '../retry/schedule.rule.js';
import type { Exchange } from './exchange.js';

/** An attempt that was made under a lease, and the rows it was made for. */
export interface Outcome {
  lease: Pick<Lease, 'name' | 'token' | 'signal'>;
  webhookId: string;
  /** Of the endpoint as it was known when the attempt was made. */
  revision: string;
  /** The last success this process knows of (ISO), which may not have been written yet. */
  lastSuccessAt: string | null;
  /** It says no more than that all is well, as the endpoint is known to be: its health need not be written. */
  steady: boolean;
  rows: readonly BacklogRow[];
  exchange: Exchange;
  /** In [0, 1): the jitter of the next attempt. */
  random: number;
}

export interface RowAfter {
  seq: string;
  state: 'delivered' | 'pending' | 'parked';
  due_at: string;
  attempts: number;
  step: number;
}

/** What an attempt makes of its rows: delivered, due again by the schedule, or given up. */
export function rowsAfter({ rows, exchange, random }: Outcome): RowAfter[] {
  const { verdict, startedAt } = exchange;
  return rows.map(({ seq, attempts, step }) => {
    const made = { seq, attempts: attempts + 1, step: step + 1, due_at: startedAt.toISOString() };
    if (verdict.ok) return { ...made, state: 'delivered' };
    const delay = nextDelay(step + 1, random, verdict.retryAfterMs);
    if (delay === null) return { ...made, state: 'parked' };
    const due = startedAt.getTime() + exchange.durationMs + delay;
    return { ...made, state: 'pending', due_at: new Date(due).toISOString() };
  });
}

/** What an attempt tells about its endpoint; halted where the receiver wants no more or is given up. */
export function endpointAfter(endpoint: Endpoint, { exchange, ...known }: Outcome): Endpoint {
  const { verdict, status, startedAt } = exchange;
  const lastSuccessAt = latest(endpoint.health.lastSuccessAt, known.lastSuccessAt);
  const health = afterAttempt({ ...endpoint.health, lastSuccessAt }, verdict, status, startedAt);
  const halted = endpoint.halted ?? verdict.disable ?? givenUp(health, endpoint.activeSince);
  const warning = warningOf(health, endpoint.activeSince);
  return { ...endpoint, health: { ...health, warning }, halted };
}

function latest(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
