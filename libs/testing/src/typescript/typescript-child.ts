import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../../../..');
const REGISTER = pathToFileURL(resolve(import.meta.dirname, 'register.mjs')).href;

/**
 * Starts a TypeScript module of the sources as a process of its own, with a message channel. Specs use it to kill
 * real processes. `env` is added to ours; undefined takes a variable away.
 */
export function forkTypeScript(file: string, args: string[] = [], options: ForkOptions = {}): ChildProcess {
  return fork(file, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...options,
    env: { ...process.env, ...options.env },
    execArgv: ['--conditions=wic-source', '--disable-warning=ExperimentalWarning', `--import=${REGISTER}`],
  });
}
