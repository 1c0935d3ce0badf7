import type { Sql } from '../database/database.port.js';

/** Texts of items, content-addressed by the SHA-256 (hex) of their UTF-8 bytes. */
export abstract class Archive {
  /** Stores a text once; `tx` makes it part of a transaction. */
  abstract put(text: string, tx?: Sql): Promise<{ hash: string; length: number }>;
  abstract get(hash: string): Promise<string | null>;
}
