import type { Migration } from '#platform';

/** How far each reaction to the log has come, and what the reader made of each item. */
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
];
