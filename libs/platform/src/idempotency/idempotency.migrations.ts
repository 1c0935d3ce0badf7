import type { Migration } from '../database/migrations.js';

/** Answers to writes by Idempotency-Key. `slot` is the hash of asker, route and key. */
export const idempotencyMigrations: Migration[] = [
  {
    id: 'platform/idempotency-001-answers',
    sql: `CREATE TABLE idempotent_answers (
      slot bytea PRIMARY KEY,
      operation_id uuid NOT NULL,
      attempt uuid NOT NULL,
      body_hash bytea NOT NULL,
      state text NOT NULL CHECK (state IN ('in_flight', 'done')),
      answer text,
      first_at timestamptz NOT NULL DEFAULT now(),
      attempt_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX idempotent_answers_age ON idempotent_answers (first_at);`,
  },
];
