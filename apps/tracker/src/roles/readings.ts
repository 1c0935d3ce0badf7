import { comparePositions } from '#domain';
import type { Database, Sql } from '#platform';
import { positionOf } from './reaction.js';

export const READER = 'reader';
const LOOK_MS = 25;

/** What became of one statement of an item. */
export interface Outcome {
  id: string;
  kind: string;
  confidence: number;
  outcome: 'published' | 'coverage' | 'revised' | 'review';
}

export interface ItemReading {
  outcomes: Outcome[];
  /** Why the item could not be read, else null. */
  failure: string | null;
}

/** What the reader made of each item. */
export class Readings {
  constructor(private readonly database: Database) {}

  async save(
    tx: Sql,
    itemId: string,
    itemRevision: number,
    { outcomes, failure }: ItemReading,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO readings (item_id, item_revision, outcomes, failure) VALUES ($1, $2, $3, $4)
       ON CONFLICT (item_id, item_revision) DO UPDATE SET outcomes = CASE
         WHEN readings.outcomes = '[]'::jsonb THEN excluded.outcomes ELSE readings.outcomes END, failure = excluded.failure`,
      [itemId, itemRevision, JSON.stringify(outcomes), failure],
    );
  }

  async of(itemId: string): Promise<ItemReading | null> {
    const [row] = await this.database.query<ItemReading>(
      'SELECT outcomes, failure FROM readings WHERE item_id = $1 ORDER BY item_revision DESC LIMIT 1',
      [itemId],
    );
    return row ?? null;
  }

  /** True once the reader has handled the log up to `position`, false when that takes longer. */
  async reached(position: string, timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (comparePositions(await positionOf(this.database, READER), position) < 0) {
      if (Date.now() >= deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return true;
  }
}
