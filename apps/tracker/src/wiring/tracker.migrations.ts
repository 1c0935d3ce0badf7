import type { Migration } from '#platform';

/** How far each reaction has come, what the reader made of each item, and which chronicle is in the log. */
export const trackerMigrations: Migration[] = [
  {
    id: 'tracker/001-reactions',
    sql: `
      CREATE TABLE reactions (
        name text PRIMARY KEY,
        position text NOT NULL DEFAULT '0'
      );
      CREATE TABLE readings (
        item_id text NOT NULL,
        item_revision int NOT NULL,
        outcomes jsonb NOT NULL,
        failure text,
        read_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (item_id, item_revision)
      )`,
  },
  {
    id: 'tracker/002-chronicle',
    sql: 'CREATE TABLE chronicle_loaded (digest text NOT NULL)',
  },
];
