import pino from 'pino';
import type { Config } from '../config/config.js';
import { format } from './line.format.js';
import { hideSecretFields } from './redaction.rule.js';

/** `logger.info({ some: 'data' }, 'What happened')`. An error goes under `err`. */
export type Logger = pino.Logger;

export interface LoggerOptions {
  level: Config['logLevel'];
  /** Where the lines go; default standard output. */
  output?: { write(line: string): unknown; isTTY?: boolean };
}

/** Structured logs: one JSON object a line, or readable lines in a terminal. Secrets are taken out of both. */
export function createLogger({ level, output = process.stdout }: LoggerOptions): Logger {
  const pretty = output.isTTY === true;
  const settings: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (fields) => hideSecretFields(fields) as Record<string, unknown> },
    serializers: { err: (error: Error) => hideSecretFields({ ...pino.stdSerializers.err(error) }) },
  };
  return pino(settings, { write: (line: string) => void output.write(format(line, pretty)) });
}
