import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventToAppend } from '#event-store';

const FOLDER = resolve(import.meta.dirname, '../baselines/emmett');

/** How often emmett's consumers look, and how much they take. Default: its own, 50 ms and 100. */
export interface Pulling {
  batchSize?: number;
  pullingFrequencyInMs?: number;
}

/** As much as helps it: more at a time and hardly a pause. */
export const EAGER: Pulling = { batchSize: 1000, pullingFrequencyInMs: 1 };

/** The baseline's doors, see baselines/emmett/baseline.mjs. */
export interface Emmett {
  append(stream: string, revision: number, events: readonly EventToAppend[]): Promise<unknown>;
  count(): Promise<number>;
  consume(onEvent: (data: unknown) => void, pulling?: Pulling): { stop(): Promise<void> };
  rebuild(pulling?: Pulling): Promise<number>;
  close(): Promise<void>;
}

/** Opens emmett-postgresql in an empty database. Its packages are installed from their own lockfile when missing. */
export async function openEmmett(url: string, connections: number): Promise<Emmett> {
  if (!existsSync(join(FOLDER, 'node_modules/@event-driven-io/emmett-postgresql'))) install();
  const baseline = (await import(pathToFileURL(join(FOLDER, 'baseline.mjs')).href)) as {
    openEmmett(url: string, connections: number): Promise<Emmett>;
  };
  return baseline.openEmmett(url, connections);
}

function install(): void {
  process.stderr.write('Installing the baseline emmett-postgresql…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new Error('The baseline could not be installed: run npm ci in its folder to see why.');
}
