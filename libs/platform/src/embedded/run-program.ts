import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Launcher } from './launcher.js';

/** Runs a program to its end and resolves to its output. Throws an Error with what it said when it fails. */
export function runProgram(
  launcher: Launcher | null,
  program: string,
  args: string[],
  { cwd, input }: { cwd?: string; input?: string },
): Promise<string> {
  const launch = launcher?.launch ?? spawn;
  return new Promise((resolve, reject) => {
    const child = launch(program, args, { cwd, stdio: 'pipe' });
    let output = '';
    let complaints = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${basename(program)} failed (${signal ?? code}): ${complaints.trim().slice(-2000)}`),
        );
    });
  });
}
