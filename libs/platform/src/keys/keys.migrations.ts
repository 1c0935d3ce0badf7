import type { Migration } from '../database/migrations.js';

/** API keys: only hashes. `first` marks the one made at first start, which can therefore be made only once. */
export const keysMigrations: Migration[] = [
  {
    id: 'platform/keys-001-api-keys',
    sql: `CREATE TABLE api_keys (
      id text PRIMARY KEY,
      name text NOT NULL,
      prefix text NOT NULL,
      hash bytea NOT NULL UNIQUE,
      scopes text[] NOT NULL,
      first boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz
    );
    CREATE UNIQUE INDEX api_keys_first ON api_keys (first) WHERE first;`,
  },
];
