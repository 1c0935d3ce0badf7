import { Gathered, isConnectionLoss, LeaseLostError, type Database, type Sql } from '#platform';
import type { Endpoint } from '../endpoint.js';
import { findEndpoints, lockEndpoints, saveHealth } from '../endpoint.queries.js';
import { endpointAfter, type Outcome } from './outcome.js';
import { saveOutcomes, type Saved } from './outcome.queries.js';

/** The endpoint after an outcome; `same`: it is as it was known; null: the webhook is gone. */
export type Written = Endpoint | 'same' | null;

const BATCH = 200;
const AT_ONCE = 2;
const AGAIN_MS = 100;
/** SQLSTATE: a deadlock or a conflict with another transaction; nothing was written. */
const CONFLICT = new Set(['40P01', '40001']);

/**
 * Writes outcomes of attempts. Those that come in while a transaction is under way, of whichever endpoints,
 * share the next one. Each is fenced by its own lease: one that was lost rejects alone. As long as the lease is held
 * an outcome outlives a database that is away.
 */
export class OutcomeWriter {
  private readonly writes: Gathered<Outcome, Written | undefined>;

  constructor(private readonly database: Database) {
    this.writes = new Gathered((outcomes: Outcome[]) => this.writeAll(outcomes), BATCH, AT_ONCE);
  }

  /** Resolves after the commit. Throws LeaseLostError. */
  async write(outcome: Outcome): Promise<Written> {
    const written = await this.persistently(outcome);
    if (written === undefined) throw new LeaseLostError(outcome.lease.name);
    return written;
  }

  private async persistently(outcome: Outcome): Promise<Written | undefined> {
    for (;;) {
      try {
        return await this.writes.ask(outcome);
      } catch (error) {
        const passes = isConnectionLoss(error) || CONFLICT.has((error as { code?: string }).code ?? '');
        if (!passes || outcome.lease.signal.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  private async writeAll(outcomes: Outcome[]): Promise<(Written | undefined)[]> {
    const telling = outcomes.filter(({ steady }) => !steady);
    const { saved, after } =
      telling.length === 0
        ? { saved: await saveOutcomes(this.database, outcomes), after: new Map<string, Endpoint>() }
        : await this.database.transaction((tx) => saveTelling(tx, outcomes, telling));
    const changed = await this.changed(outcomes, saved, after);
    return outcomes.map((outcome, n) => {
      const { webhookId } = outcome;
      if (!saved[n]) return undefined;
      if (saved[n].revision === null) return null;
      return after.get(webhookId) ?? changed.get(webhookId) ?? 'same';
    });
  }

  /** Endpoints that somebody changed since an attempt looked at them, as they are now. */
  private async changed(outcomes: Outcome[], saved: Saved[], after: Map<string, Endpoint>) {
    const ids = outcomes
      .filter(
        ({ webhookId, revision }, n) => saved[n] && saved[n].revision !== revision && !after.has(webhookId),
      )
      .map(({ webhookId }) => webhookId);
    return ids.length === 0 ? new Map<string, Endpoint>() : findEndpoints(this.database, ids);
  }
}

/** Writes outcomes some of which tell something new of their endpoints. */
async function saveTelling(tx: Sql, outcomes: Outcome[], telling: Outcome[]) {
  const after = await lockEndpoints(tx, [...new Set(telling.map(({ webhookId }) => webhookId))]);
  const saved = await saveOutcomes(tx, outcomes);
  outcomes.forEach((outcome, n) => {
    const endpoint = after.get(outcome.webhookId);
    if (endpoint && saved[n]) after.set(outcome.webhookId, endpointAfter(endpoint, outcome));
  });
  if (after.size > 0) await saveHealth(tx, after.values());
  return { saved, after };
}
