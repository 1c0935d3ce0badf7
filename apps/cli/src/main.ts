#!/usr/bin/env node
import { WicError } from '#client';
import { CommanderError } from 'commander';
import { makeProgram } from './program.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // the reader of our pipe has seen enough
  throw error;
});

try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** 0: help or version was shown; 2: the command line was wrong; 1: it failed. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if ((error as Error).name === 'AbortError') return 0;
  const lines =
    error instanceof WicError ? error.errors.map(({ pointer, detail }) => `  ${pointer}: ${detail}`) : [];
  process.stderr.write(`${[`wic: ${(error as Error).message}`, ...lines].join('\n')}\n`);
  return 1;
}
