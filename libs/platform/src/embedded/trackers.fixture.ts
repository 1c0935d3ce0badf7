import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkTypeScript } from '#testing';
import { PostgresDatabase } from '../database/postgres.database.js';
import { endServerProcesses } from './server-processes.js';

const FIXTURE = join(import.meta.dirname, 'tracker.fixture.ts');
const children: ChildProcess[] = [];
const directories: string[] = [];

/** What a tracker says when it has started or could not. */
export interface Answer {
  url: string;
  ms: number;
  error: string;
}

/** A data directory whose name has a space and Chinese in it, behind a directory only we may enter. */
export function newDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'wic-embedded-'));
  directories.push(directory);
  return join(directory, 'data 数据');
}

/** Starts a tracker without any locale set. */
export function startTracker(dataDir: string, options: object = {}): ChildProcess {
  const child = forkTypeScript(FIXTURE, [dataDir], {
    env: { LANG: undefined, LC_ALL: undefined },
    ...options,
  });
  children.push(child);
  return child;
}

/** Starts a tracker and resolves to its first answer. */
export async function tracker(
  dataDir: string,
  options: object = {},
): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = startTracker(dataDir, options);
  for (;;) {
    const [message] = (await once(child, 'message')) as [Answer & { log?: string }];
    if (message.log === undefined) return { child, answer: message };
  }
}

/** Ends a tracker in order or by force. */
export async function end(child: ChildProcess, how: 'stop' | 'SIGKILL'): Promise<void> {
  const exited = once(child, 'exit');
  if (how === 'stop') child.send('stop');
  else child.kill(how);
  await exited;
}

/** One query on a connection of its own. */
export async function ask<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const database = new PostgresDatabase(url, { max: 1 });
  return database.query<Row>(text, values).finally(() => database.close());
}

/** The process id in the server's own pid file. */
export const postmasterOf = (dataDir: string) =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

/** Kills every tracker started so, ends what servers they left, and removes the directories. */
export async function cleanUp(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const directory of directories.splice(0)) {
    await endServerProcesses(join(directory, 'data 数据/postgres'));
    rmSync(directory, { recursive: true, force: true });
  }
}
