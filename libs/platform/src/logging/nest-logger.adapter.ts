import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Lets the framework log through ours. Its last text argument is the context, an earlier one of an error the stack. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  /** The framework's start-up report is detail, not news. */
  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(...told(message, rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(...told(message, rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(...told(message, rest));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(...told(message, rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(...told(message, rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(...told(message, rest));
  }
}

function told(message: unknown, rest: unknown[]): [object, string] {
  const last = rest.at(-1);
  const context = typeof last === 'string' ? { context: last } : {};
  const stack = rest.slice(0, -1).find((part) => typeof part === 'string');
  if (message instanceof Error) return [{ ...context, err: message }, message.message];
  return [{ ...context, ...(stack === undefined ? {} : { stack }) }, textOf(message)];
}

function textOf(message: unknown): string {
  return typeof message === 'string' ? message : (JSON.stringify(message) ?? String(message));
}
