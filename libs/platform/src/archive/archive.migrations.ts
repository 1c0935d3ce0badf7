import type { Migration } from '../database/migrations.js';

/**
 * Bytes rather than text, since PostgreSQL's text cannot hold U+0000. Compressed by lz4 where the server has it.
 * `keep`: an event refers to it, or is about to.
 */
export const archiveMigrations: Migration[] = [
  {
    id: 'platform/002-archive',
    sql: `CREATE TABLE archive (
      hash text PRIMARY KEY,
      utf8 bytea NOT NULL,
      length integer NOT NULL,
      keep boolean NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_put_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX archive_unreferenced ON archive (last_put_at) WHERE NOT keep;
    DO $$ BEGIN
      ALTER TABLE archive ALTER COLUMN utf8 SET COMPRESSION lz4;
    EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN NULL;
    END $$`,
  },
];
