import type { Migration } from '../database/migrations.js';

/**
 * One row a lease, never deleted, so that its token only grows. The token is part of a unique index: a takeover
 * changes it and therefore waits for whoever fenced the row, while a renewal changes only the expiry and does not.
 */
export const leasesMigrations: Migration[] = [
  {
    id: 'platform/001-leases',
    sql: `CREATE TABLE leases (
      name text PRIMARY KEY,
      token bigint NOT NULL,
      holder text NOT NULL,
      expires_at timestamptz NOT NULL,
      UNIQUE (name, token)
    )`,
  },
];
