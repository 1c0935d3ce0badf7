import type { Migration } from '#platform';

/**
 * One row a set of tables: the checkpoint, and the last event below it (with its hash), so that views
 * of another or shorter log are noticed. Skips: events that a view could not take.
 */
export const projectionsMigrations: Migration[] = [
  {
    id: 'projections/001-generations',
    sql: `
      CREATE TABLE view_generations (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL,
        version int NOT NULL,
        schema text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
        position bigint NOT NULL DEFAULT 0,
        last_position bigint,
        last_stream text,
        last_revision int,
        last_hash text,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX view_generations_live ON view_generations (name, version) WHERE state = 'live';
      CREATE UNIQUE INDEX view_generations_building ON view_generations (name, version) WHERE state = 'building';
      CREATE TABLE view_log (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), log_id text NOT NULL)`,
  },
  {
    id: 'projections/002-skips',
    sql: `
      CREATE TABLE view_skips (
        generation bigint NOT NULL REFERENCES view_generations (id) ON DELETE CASCADE,
        position bigint NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (generation, position)
      )`,
  },
];
