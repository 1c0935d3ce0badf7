import type { Sql } from '../database/database.port.js';

/**
 * Texts of items, content-addressed by the SHA-256 (hex) of their UTF-8 bytes. Every well-formed string comes back
 * as it was put, U+0000 included. A lone surrogate has no UTF-8: it is stored as U+FFFD, which is what the hash is
 * of too; lengths and offsets, in UTF-16 units, stay what they were.
 */
export abstract class Archive {
  /**
   * Stores a text once, for good; `tx` makes it part of a transaction. Put a text before the event that refers to
   * it is appended: a text too many costs little, a missing one is a loss. `length` is in UTF-16 units.
   */
  abstract put(text: string, tx?: Sql): Promise<{ hash: string; length: number }>;
  /** Stores a text that no event refers to, until `forgetUnreferenced`; `put` later keeps it for good. */
  abstract putUnreferenced(text: string, tx?: Sql): Promise<{ hash: string; length: number }>;
  abstract get(hash: string): Promise<string | null>;
  /** Drops texts never kept for good and last put before `olderThan`. Resolves to how many. */
  abstract forgetUnreferenced(olderThan: Date): Promise<number>;
}
