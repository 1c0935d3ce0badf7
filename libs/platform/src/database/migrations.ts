import type { Database, Sql } from './database.port.js';

/** One forward step of the schema. Ids are `<lib>/<number>-<name>`, never reused or edited once released. */
export interface Migration {
  id: string;
  sql: string;
}

const LOCK = 7240714;

/**
 * Brings the schema up to date, each migration in its own transaction, one process at a time.
 * Returns the ids that ran. Throws when the database holds migrations this program does not know.
 */
export async function migrate(database: Database, migrations: Migration[]): Promise<string[]> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (id text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const applied = await appliedIds(tx);
    refuseUnknown(applied, migrations);
    const pending = migrations.filter((migration) => !applied.has(migration.id));
    for (const migration of pending) {
      await tx.query(migration.sql);
      await tx.query('INSERT INTO schema_migrations (id) VALUES ($1)', [migration.id]);
    }
    return pending.map((migration) => migration.id);
  });
}

async function appliedIds(tx: Sql): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM schema_migrations');
  return new Set(rows.map((row) => row.id));
}

function refuseUnknown(applied: Set<string>, migrations: Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.id));
  const unknown = [...applied].filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was migrated by a newer version of this program (unknown: ${unknown.join(', ')}). ` +
      'Start that version, or restore a backup into an empty database.',
  );
}
