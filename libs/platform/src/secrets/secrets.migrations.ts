import type { Migration } from '../database/migrations.js';

/** Sealed values: the data key wrapped by the keyring's key `key_id`, the value under the data key. */
export const secretsMigrations: Migration[] = [
  {
    id: 'platform/secrets-001-secrets',
    sql: `CREATE TABLE secrets (
      ref text PRIMARY KEY,
      key_id text NOT NULL,
      wrapped_key bytea NOT NULL,
      sealed bytea NOT NULL,
      sealed_at timestamptz NOT NULL DEFAULT now()
    )`,
  },
];
