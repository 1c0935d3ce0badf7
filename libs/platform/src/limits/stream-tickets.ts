import type { Database } from '../database/database.port.js';
import type { Migration } from '../database/migrations.js';
import type { KeyHolder } from '../keys/api-key.js';
import { hashOf, newKey } from '../keys/key.format.js';

const LIFETIME_SECONDS = 60;

/** Tickets that open one stream for a browser, which cannot send an Authorization header there. */
export const limitsMigrations: Migration[] = [
  {
    id: 'platform/limits-001-stream-tickets',
    sql: `CREATE TABLE stream_tickets (
      hash bytea PRIMARY KEY,
      key_id text NOT NULL,
      holder jsonb NOT NULL,
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX stream_tickets_expiry ON stream_tickets (expires_at);`,
  },
];

/** Single-use tickets of 60 seconds, good on every process of one database. Needs the tables of the keys. */
export class StreamTickets {
  constructor(private readonly database: Database) {}

  /** A ticket that stands for the holder of a key once. */
  async issue({ id, name, scopes }: KeyHolder): Promise<{ ticket: string; expiresAt: string }> {
    const ticket = newKey().replace(/^wic_/, 'wst_');
    await this.database.query('DELETE FROM stream_tickets WHERE expires_at < now()');
    const [row] = await this.database.query<{ expires_at: Date }>(
      `INSERT INTO stream_tickets (hash, key_id, holder, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4)) RETURNING expires_at`,
      [hashOf(ticket), id, JSON.stringify({ id, name, scopes }), LIFETIME_SECONDS],
    );
    return { ticket, expiresAt: (row?.expires_at as Date).toISOString() };
  }

  /** The holder; null when it is unknown, used, too old, or its key was revoked meanwhile. */
  async redeem(ticket: string): Promise<KeyHolder | null> {
    const [row] = await this.database.query<{ holder: KeyHolder; valid: boolean }>(
      `DELETE FROM stream_tickets t WHERE hash = $1 RETURNING holder, expires_at > now() AND NOT EXISTS
         (SELECT 1 FROM api_keys k WHERE k.id = t.key_id AND k.revoked_at IS NOT NULL) AS valid`,
      [hashOf(ticket)],
    );
    return row?.valid ? row.holder : null;
  }
}
