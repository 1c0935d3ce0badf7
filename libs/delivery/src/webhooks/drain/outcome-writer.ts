import { LeaseLostError, type Database, type Sql } from '#platform';
import type { Endpoint } from '../endpoint.js';
import { lockEndpoints, saveHealth } from '../endpoint.queries.js';
import { keepAttempts } from './attempts.queries.js';
import { endpointAfter, rowsAfter, type Outcome } from './outcome.js';

interface Waiting {
  outcome: Outcome;
  resolve: (endpoint: Endpoint | null) => void;
  reject: (error: unknown) => void;
}

const BATCH = 200;

/**
 * Writes outcomes of attempts. Those that come in while a transaction is under way, of whichever endpoints,
 * share the next one. Each is fenced by its own lease: one that was lost rejects alone.
 */
export class OutcomeWriter {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly database: Database) {}

  /** Resolves after the commit with the endpoint as it is then, or null when the webhook is gone. */
  write(outcome: Outcome): Promise<Endpoint | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ outcome, resolve, reject });
      if (!this.writing) void this.flush();
    });
  }

  private async flush(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        const outcomes = batch.map(({ outcome }) => outcome);
        const results = await this.database.transaction((tx) => writeAll(tx, outcomes));
        batch.forEach(({ outcome, resolve, reject }, index) => {
          const result = results[index];
          if (result === undefined) reject(new LeaseLostError(outcome.lease.name));
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.writing = false;
  }
}

/** By outcome: the endpoint afterwards, null where it is gone, undefined where the lease was lost. */
async function writeAll(tx: Sql, outcomes: Outcome[]): Promise<(Endpoint | null | undefined)[]> {
  const held = await heldLeases(tx, outcomes);
  const valid = outcomes.filter(({ lease }) => held.has(keyOf(lease)));
  const endpoints = await lockEndpoints(tx, [...new Set(valid.map(({ webhookId }) => webhookId))]);
  for (const outcome of valid) {
    const endpoint = endpoints.get(outcome.webhookId);
    if (endpoint) endpoints.set(outcome.webhookId, endpointAfter(endpoint, outcome));
  }
  const known = valid.filter(({ webhookId }) => endpoints.has(webhookId));
  await saveRows(tx, known);
  await keepAttempts(tx, known.flatMap(attemptsOf));
  await saveHealth(tx, endpoints.values());
  return outcomes.map(({ lease, webhookId }) =>
    held.has(keyOf(lease)) ? (endpoints.get(webhookId) ?? null) : undefined,
  );
}

/** Keys of the leases that are still held, kept from passing on until the transaction ends. */
async function heldLeases(tx: Sql, outcomes: Outcome[]): Promise<Set<string>> {
  const rows = await tx.query<{ name: string; token: string }>(
    `SELECT l.name, l.token FROM leases l JOIN unnest($1::text[], $2::bigint[]) AS h(name, token) USING (name, token)
     ORDER BY l.name FOR KEY SHARE OF l`,
    [outcomes.map(({ lease }) => lease.name), outcomes.map(({ lease }) => lease.token)],
  );
  return new Set(rows.map(keyOf));
}

function keyOf({ name, token }: { name: string; token: string }): string {
  return `${token} ${name}`;
}

async function saveRows(tx: Sql, outcomes: Outcome[]): Promise<void> {
  await tx.query(
    `UPDATE webhook_backlog b SET state = n.state, due_at = n.due_at, attempts = n.attempts, step = n.step
     FROM jsonb_to_recordset($1) AS n(seq bigint, state text, due_at timestamptz, attempts int, step int)
     WHERE b.seq = n.seq`,
    [JSON.stringify(outcomes.flatMap(rowsAfter))],
  );
}

function attemptsOf({ webhookId, rows, exchange }: Outcome) {
  return rows.map((row) => ({ webhookId, row, lane: row.lane, attempt: row.attempts + 1, exchange }));
}
