import { rmdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.js';
import { DATABASE, USER, databaseUrl, prepareCluster } from './cluster.js';
import { openDataDirectory, type Layout } from './data-directory.js';
import { lockDirectory, type Unlock } from './directory-lock.js';
import { chooseLauncher, type Launcher } from './launcher.js';
import { Postmaster } from './postmaster.js';
import { endServerProcesses } from './server-processes.js';
import { serverArguments } from './server-settings.js';
import { clearSockets, prepareSockets } from './sockets.js';

const BACKOFF_MS = [0, 200, 500, 1000, 2000, 5000, 10_000];

export interface EmbeddedDatabaseOptions {
  dataDir: string;
  /** Hears what people should know: that the server died, and that it is back. */
  log?: (message: string) => void;
}

interface Parts {
  paths: Layout;
  binaries: Binaries;
  launcher: Launcher;
  sockets: string;
  password: string;
  unlock: Unlock;
  log: (message: string) => void;
}

/**
 * A PostgreSQL server of our own in `DATA_DIR/postgres`, reached through a unix socket only. A server that dies is
 * started again under the same URL, until `stop`.
 */
export class EmbeddedDatabase {
  private postmaster: Postmaster | null = null;
  private readonly stopping = new AbortController();
  private supervision: Promise<void> = Promise.resolve();
  private readonly onExit = () => this.postmaster?.abandon();

  private constructor(private readonly parts: Parts) {}

  /** Throws DataDirectoryError when the directory cannot be used or another tracker uses it. */
  static async start(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
    const paths = await openDataDirectory(options.dataDir);
    const unlock = await lockDirectory(paths);
    try {
      const binaries = findBinaries();
      const launcher = await chooseLauncher(paths, binaries);
      await endServerProcesses(paths.cluster);
      const password = await prepareCluster(paths, binaries, launcher);
      const sockets = await prepareSockets(paths, launcher);
      const log = options.log ?? (() => undefined);
      const embedded = new EmbeddedDatabase({ paths, binaries, launcher, sockets, password, unlock, log });
      await embedded.startServer();
      embedded.supervision = embedded.supervise();
      process.once('exit', embedded.onExit);
      return embedded;
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** A connection string for the database; the same for as long as this one runs. */
  get url(): string {
    return databaseUrl(this.parts.password, this.parts.sockets);
  }

  /** Shuts the server down and gives the directory free. */
  async stop(): Promise<void> {
    if (this.stopping.signal.aborted) return this.supervision;
    this.stopping.abort();
    process.off('exit', this.onExit);
    await this.postmaster?.stop();
    await this.supervision;
    await this.postmaster?.stop(); // one that a restart under way had still brought up
    await rmdir(this.parts.sockets).catch(() => undefined);
    await this.parts.unlock();
  }

  private async startServer(): Promise<void> {
    const { paths, binaries, launcher, sockets, password } = this.parts;
    await endServerProcesses(paths.cluster);
    await clearSockets(sockets);
    const args = serverArguments(paths.cluster, sockets);
    this.postmaster = Postmaster.launch(launcher, binaries.postgres, args, paths);
    try {
      const config = { host: sockets, port: 5432, user: USER, password, database: 'postgres' };
      const client = await this.postmaster.ready(config);
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      await client.end();
    } catch (error) {
      await this.postmaster.stop();
      throw error;
    }
  }

  private async supervise(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const reason = await this.postmaster?.exited;
      if (signal.aborted) return;
      this.parts.log(`PostgreSQL ended unexpectedly (${reason}); starting it again.`);
      await this.restart(signal);
    }
  }

  private async restart(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      await sleep(BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)], null, { signal }).catch(
        () => undefined,
      );
      if (signal.aborted) return;
      try {
        await this.startServer();
        return this.parts.log('PostgreSQL runs again.');
      } catch (error) {
        if (!signal.aborted)
          this.parts.log(`PostgreSQL could not be started again: ${(error as Error).message}`);
      }
    }
  }
}
