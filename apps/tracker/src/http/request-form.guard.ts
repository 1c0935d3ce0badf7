import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mediaTypeOf, TAKES } from './media-types.js';
import { Problem } from './problem.js';

/** Whether a route says which query parameters it takes; set by `Endpoint`. */
export const TAKES_QUERY = 'takes-query';

/**
 * Refuses what no route could read: U+0000 in the address, parameters where there are none, a body of a type the
 * route does not take. Names in a query that does exist are checked with its values.
 */
export class RequestFormGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.url.includes('%00')) {
      throw new Problem(
        400,
        'The address has the character U+0000 (%00), which no id or text can have: leave it out.',
      );
    }
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(TAKES_QUERY, handler) === false) refuseParameters(request);
    refuseOtherBody(
      request,
      this.reflector.get<string[] | undefined>(TAKES, handler) ?? ['application/json'],
    );
    return true;
  }
}

function refuseParameters({ query }: FastifyRequest): void {
  const names = Object.keys(query as object);
  if (names.length === 0) return;
  const errors = names.map((name) => ({
    pointer: `/${name}`,
    detail: 'is not known here; this address takes no parameters',
  }));
  throw new Problem(400, errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), { errors });
}

function refuseOtherBody({ headers, body }: FastifyRequest, taken: string[]): void {
  const type = mediaTypeOf(headers['content-type']);
  if (type === null || taken.includes(type) || body === undefined || body === null) return;
  throw new Problem(415, `Send ${taken.join(' or ')}, not ${type}.`);
}
