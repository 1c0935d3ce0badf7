import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '#domain';
import { EventConflictError, EventStoreUnavailableError, WrongExpectedRevisionError } from '#event-store';
import { OutboundError, type Logger } from '#platform';
import { ViewNotReadyError } from '#projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const DOMAIN_STATUS = { not_found: 404, conflict: 409, invalid: 422, stale: 412 } as const;

/** Cause and cure where the framework's own words have none. */
const DETAILS: Record<number, (message: string) => string> = {
  400: (message) =>
    message.includes('not valid JSON')
      ? 'The body is not valid JSON, or has a member named __proto__ or constructor.'
      : message,
  404: (message) => `${message}: see /docs for what there is.`,
  413: () => 'Bodies may have up to 2 MiB: send less at once.',
  415: () => 'Send application/json.',
};

/** Turns whatever was thrown into application/problem+json; what nobody foresaw is logged and told as 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = toProblem(error);
    if (problem.status === 500) this.logger.error({ err: error, url: request.url }, 'A request failed');
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (problem.retryAfterSeconds !== undefined)
      void reply.header('retry-after', Math.ceil(problem.retryAfterSeconds));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .code(problem.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem.toJSON(request.url)));
  }
}

/** The problem an error stands for. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DomainError) return ofDomain(error);
  if (error instanceof OutboundError) return new Problem(422, error.message);
  if (error instanceof WrongExpectedRevisionError) {
    return new Problem(409, 'Others kept changing the same thing; try again.', { retryAfterSeconds: 1 });
  }
  if (error instanceof EventConflictError) return new Problem(409, error.message);
  if (error instanceof EventStoreUnavailableError || isDatabaseGone(error)) {
    return new Problem(503, 'The store cannot be reached just now; try again in a moment.', {
      retryAfterSeconds: 2,
    });
  }
  if (error instanceof ViewNotReadyError) return new Problem(503, error.message, { retryAfterSeconds: 1 });
  return ofHttp(error);
}

function ofDomain({ code, message, pointer }: DomainError): Problem {
  const errors = pointer === null ? undefined : [{ pointer, detail: message }];
  return new Problem(DOMAIN_STATUS[code], message, { errors });
}

function ofHttp(error: unknown): Problem {
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return new Problem(status, DETAILS[status]?.(error.message) ?? error.message);
  }
  const { statusCode = 500, message = 'Bad request.' } = error as { statusCode?: number; message?: string };
  if (statusCode >= 400 && statusCode < 500)
    return new Problem(statusCode, DETAILS[statusCode]?.(message) ?? message);
  return new Problem(500, 'Something failed here; the log of the tracker says what.');
}

/** SQLSTATE classes 08 and 57P (connection lost, shutting down) and refused sockets. */
function isDatabaseGone(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(08...|57P..|ECONNREFUSED|ECONNRESET|ENOENT)$/.test(code ?? '') ||
    /Connection terminated/.test(message ?? '')
  );
}
