import { createHash, randomUUID } from 'node:crypto';
import type { Database, Sql } from '../database/database.port.js';

/** What makes two requests the same one: who asks, on which route, under which Idempotency-Key. */
export interface IdempotentRequest {
  keyId: string;
  /** Method and path as called, like `POST /v1/documents`. */
  route: string;
  idempotencyKey: string;
  /** The raw body; only its hash is stored. */
  body: string | Buffer;
}

/** The answer as it may be given again: without secrets. Any JSON data. */
export interface StoredAnswer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** The right to execute a request. */
export interface IdempotentSlot {
  slot: Buffer;
  attempt: string;
  /** Stays the same when an attempt that died is repeated: ids derived from it make the repeat harmless. */
  operationId: string;
}

export type Begun =
  | { state: 'new'; slot: IdempotentSlot }
  | { state: 'done'; answer: StoredAnswer }
  | { state: 'in_flight' }
  | { state: 'other_body' };

interface AnswerRow {
  operation_id: string;
  body_hash: Buffer;
  state: 'in_flight' | 'done';
  answer: string | null;
}

/** Each write once per Idempotency-Key, for 24 hours, on every process of one database. */
export class IdempotencyStore {
  /** `deadAfterSeconds`: an attempt in flight for longer is taken for dead and may be repeated. */
  constructor(
    private readonly database: Database,
    private readonly deadAfterSeconds = 120,
  ) {}

  /** Claims the request, or tells what became of the same one before. */
  async begin(request: IdempotentRequest): Promise<Begun> {
    const { keyId, route, idempotencyKey } = request;
    const slot = sha256(JSON.stringify([keyId, route, idempotencyKey]));
    const bodyHash = sha256(request.body);
    for (;;) {
      const claimed = await this.claim(slot, bodyHash);
      if (claimed) return { state: 'new', slot: claimed };
      const [row] = await this.database.query<AnswerRow>('SELECT * FROM idempotent_answers WHERE slot = $1', [
        slot,
      ]);
      if (row) return verdict(row, bodyHash);
    }
  }

  /** Keeps the answer; `sql` may be a transaction. Nothing happens when another attempt has taken over. */
  async finish(slot: IdempotentSlot, answer: StoredAnswer, sql: Sql = this.database): Promise<void> {
    await sql.query(
      `UPDATE idempotent_answers SET state = 'done', answer = $3 WHERE slot = $1 AND attempt = $2`,
      [slot.slot, slot.attempt, JSON.stringify(answer)],
    );
  }

  /** The request failed without effect (a refused or broken write): the same key may be tried again. */
  async abandon(slot: IdempotentSlot): Promise<void> {
    await this.database.query('DELETE FROM idempotent_answers WHERE slot = $1 AND attempt = $2', [
      slot.slot,
      slot.attempt,
    ]);
  }

  /** It failed, maybe after it took effect: the same request may be made again at once, as the same operation. */
  async release(slot: IdempotentSlot): Promise<void> {
    await this.database.query(
      `UPDATE idempotent_answers SET attempt_at = 'epoch' WHERE slot = $1 AND attempt = $2`,
      [slot.slot, slot.attempt],
    );
  }

  /** Deletes what is older than 24 hours. Counts it. */
  async prune(): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM idempotent_answers WHERE first_at < now() - interval '24 hours' RETURNING 1`,
    );
    return rows.length;
  }

  private async claim(slot: Buffer, bodyHash: Buffer): Promise<IdempotentSlot | null> {
    const attempt = randomUUID();
    const [row] = await this.database.query<AnswerRow>(
      `INSERT INTO idempotent_answers AS a (slot, operation_id, attempt, body_hash, state)
       VALUES ($1, $2, $2, $3, 'in_flight')
       ON CONFLICT (slot) DO UPDATE SET attempt = excluded.attempt, body_hash = excluded.body_hash,
         state = 'in_flight', answer = NULL, attempt_at = now(),
         operation_id = CASE WHEN ${OLD} THEN excluded.operation_id ELSE a.operation_id END,
         first_at = CASE WHEN ${OLD} THEN now() ELSE a.first_at END
       WHERE ${OLD} OR (a.state = 'in_flight' AND a.body_hash = excluded.body_hash
         AND a.attempt_at < now() - make_interval(secs => $4))
       RETURNING operation_id`,
      [slot, attempt, bodyHash, this.deadAfterSeconds],
    );
    return row ? { slot, attempt, operationId: row.operation_id } : null;
  }
}

const OLD = `a.first_at < now() - interval '24 hours'`;

function verdict(row: AnswerRow, bodyHash: Buffer): Begun {
  if (!row.body_hash.equals(bodyHash)) return { state: 'other_body' };
  if (row.state === 'in_flight' || row.answer === null) return { state: 'in_flight' };
  return { state: 'done', answer: JSON.parse(row.answer) as StoredAnswer };
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
