#!/usr/bin/env node
import dotenv from 'dotenv';
import { failureOf } from './failure.js';
import { makeProgram } from './program.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // the reader of our pipe has seen enough
  throw error;
});

dotenv.config({ quiet: true });

try {
  await makeProgram().parseAsync();
} catch (error) {
  const { code, message } = failureOf(error);
  if (message !== null) process.stderr.write(`wic: ${message}\n`);
  process.exitCode = code;
}
