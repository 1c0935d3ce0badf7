#!/usr/bin/env node
import 'reflect-metadata';
import dotenv from 'dotenv';
import { ConfigError, createLogger, DataDirectoryError, loadConfig } from '#platform';
import { startTracker, type Tracker } from './start-tracker.js';
import { greet } from './greeting.js';

dotenv.config({ quiet: true });

const STOP_WITHIN_MS = 20_000;

try {
  const config = loadConfig(process.env);
  const logger = createLogger({ level: config.logLevel });
  const tracker = await startTracker(config, logger);
  stopOnSignals(tracker);
  greet(tracker);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

/** What went wrong at start and what to do, without a stack where the cause is outside the program. */
function explain(error: unknown): string {
  const { code, message, stack, port, address } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is taken: stop what listens there, or choose another with PORT=…`;
  }
  const isExpected =
    error instanceof ConfigError ||
    error instanceof DataDirectoryError ||
    /^[A-Z]\w+Error$/.test((error as Error).name ?? '');
  return isExpected && (error as Error).name !== 'TypeError' ? message : (stack ?? String(error));
}

/** SIGTERM and Ctrl-C end it in good order; a second one, or twenty seconds, at once. */
function stopOnSignals(tracker: Tracker): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    tracker.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
