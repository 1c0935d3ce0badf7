import { randomBytes } from 'node:crypto';
import { PostgresDatabase, migrate, type Migration } from '#platform';

export interface TestDatabase {
  database: PostgresDatabase;
  url: string;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** A fresh database of its own on the test run's PostgreSQL server, migrated. */
export async function createTestDatabase(migrations: Migration[] = []): Promise<TestDatabase> {
  const base = process.env['TEST_DATABASE_URL'];
  if (!base)
    throw new Error(
      'TEST_DATABASE_URL is not set: run specs through jest, whose global set-up starts PostgreSQL.',
    );
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new PostgresDatabase(base, { max: 1 });
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  const database = new PostgresDatabase(url.href);
  await migrate(database, migrations);
  return {
    database,
    url: url.href,
    drop: async () => {
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}
