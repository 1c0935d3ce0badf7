import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { clientOf, type RateLimiter } from '#platform';
import type { FastifyReply } from 'fastify';
import { isLoopback } from './access.js';
import type { Authenticated } from './auth.guard.js';
import { Problem } from './problem.js';

/** Requests a minute and client (design: security). Replays are long and cost most. */
const LIMITS = { read: 300, write: 60, replay: 10 } as const;

/** Holds each client to its share; a key counts as the client where there is one, else the address. */
export class RateLimitGuard implements CanActivate {
  constructor(private readonly limits: RateLimiter) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Authenticated>();
    const bucket = bucketOf(request);
    if (bucket === null) return true;
    const client = request.holder?.id ?? clientOf(request.ip);
    const { allowed, remaining, retryAfterSeconds } = this.limits.take(bucket, client, LIMITS[bucket]);
    void context.switchToHttp().getResponse<FastifyReply>().header('ratelimit-remaining', remaining);
    if (allowed) return true;
    throw new Problem(429, `At most ${LIMITS[bucket]} ${bucket} requests a minute.`, { retryAfterSeconds });
  }
}

/** Probes cost next to nothing, and dry runs from this machine are how extraction is measured. */
function bucketOf({ method, url, ip }: Authenticated): keyof typeof LIMITS | null {
  if (url.startsWith('/health') || url.startsWith('/metrics')) return null;
  if (url.startsWith('/v1/extractions') && isLoopback(ip)) return null;
  if (url.startsWith('/v1/replay')) return 'replay';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}
