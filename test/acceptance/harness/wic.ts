import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN_KEY, ROOT, type TrackerProcess } from './tracker-process.js';

const PROGRAM = join(ROOT, 'dist/apps/cli/src/main.js');

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a process against a running tracker, with the admin key. */
export async function wic(tracker: TrackerProcess, args: string[], input = ''): Promise<CommandResult> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, WIC_URL: tracker.url, WIC_KEY: ADMIN_KEY };
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: tmpdir(), env });
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
  child.stdin.end(input);
  [result.code] = (await once(child, 'close')) as [number | null];
  return result;
}

/** The same with `--json`; throws when it fails. */
export async function wicJson<Result>(tracker: TrackerProcess, args: string[], input = ''): Promise<Result> {
  const { code, stdout, stderr } = await wic(tracker, [...args, '--json'], input);
  if (code !== 0) throw new Error(`wic ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Result;
}
