import { createHash } from 'node:crypto';
import type { Database, Sql } from '../database/database.port.js';
import { Archive } from './archive.port.js';

const PUT = `
  INSERT INTO archive (hash, utf8, length, keep) VALUES ($1, $2, $3, true)
  ON CONFLICT (hash) DO UPDATE SET keep = true WHERE NOT archive.keep`;

const PUT_UNREFERENCED = `
  INSERT INTO archive (hash, utf8, length, keep) VALUES ($1, $2, $3, false)
  ON CONFLICT (hash) DO UPDATE SET last_put_at = now() WHERE NOT archive.keep`;

/** The archive as a table of PostgreSQL. */
export class PgArchive extends Archive {
  constructor(private readonly database: Database) {
    super();
  }

  put(text: string, tx?: Sql) {
    return this.store(PUT, text, tx);
  }

  putUnreferenced(text: string, tx?: Sql) {
    return this.store(PUT_UNREFERENCED, text, tx);
  }

  async get(hash: string): Promise<string | null> {
    const [row] = await this.database.query<{ utf8: Buffer }>('SELECT utf8 FROM archive WHERE hash = $1', [
      hash,
    ]);
    return row ? row.utf8.toString('utf8') : null;
  }

  async forgetUnreferenced(olderThan: Date): Promise<number> {
    const gone = await this.database.query(
      'DELETE FROM archive WHERE NOT keep AND last_put_at < $1 RETURNING hash',
      [olderThan],
    );
    return gone.length;
  }

  /** A text kept for good is never dropped, so its bytes need not travel again. */
  private async store(statement: string, text: string, sql: Sql = this.database) {
    const utf8 = Buffer.from(text, 'utf8');
    const hash = createHash('sha256').update(utf8).digest('hex');
    const kept = await sql.query('SELECT 1 FROM archive WHERE hash = $1 AND keep', [hash]);
    if (kept.length === 0) await sql.query(statement, [hash, utf8, text.length]);
    return { hash, length: text.length };
  }
}
