import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import {
  clientOf,
  grants,
  type ApiKeys,
  type KeyHolder,
  type RateLimiter,
  type StreamTickets,
} from '#platform';
import type { FastifyRequest } from 'fastify';
import { ACCESS, isLoopback, type Access } from './access.js';
import { Problem } from './problem.js';

const FAILED_KEYS_A_MINUTE = 20;

/** A request after the guard: who it comes from. */
export type Authenticated = FastifyRequest & { holder?: KeyHolder | null };

/** Who may pass: the key's scopes against what the route asks for. Trying keys is throttled by client address. */
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
    private readonly limits: RateLimiter,
    private readonly tickets: StreamTickets,
    private readonly publicReads: boolean,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Authenticated>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    request.holder =
      (await this.holderOf(request)) ?? (access === 'stream' ? await this.ticketHolder(request) : null);
    const needed = this.neededScope(access ?? 'admin', request);
    if (needed === null) return true;
    if (request.holder === null) {
      throw new Problem(
        401,
        'Send an API key as "Authorization: Bearer <key>"; "wic keys create" makes one.',
      );
    }
    if (!grants(request.holder.scopes, needed)) throw new Problem(403, `This key lacks the scope ${needed}.`);
    return true;
  }

  private neededScope(access: Access, request: FastifyRequest) {
    if (access === 'open') return null;
    if (access === 'loopback' && isLoopback(request.ip)) return null;
    if (access === 'read' || access === 'loopback' || access === 'stream')
      return this.publicReads ? null : 'announcements:read';
    return access;
  }

  /** A browser's stream cannot send headers: a ticket stands for the key once. */
  private async ticketHolder({ query }: FastifyRequest): Promise<KeyHolder | null> {
    const { ticket } = query as { ticket?: unknown };
    return typeof ticket === 'string' ? this.tickets.redeem(ticket) : null;
  }

  private async holderOf(request: FastifyRequest): Promise<KeyHolder | null> {
    const [, key] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (key === undefined) return null;
    const holder = await this.keys.verify(key.trim());
    if (holder) return holder;
    const { allowed, retryAfterSeconds } = this.limits.take(
      'failed-keys',
      clientOf(request.ip),
      FAILED_KEYS_A_MINUTE,
    );
    if (!allowed) throw new Problem(429, 'Too many wrong keys; wait a little.', { retryAfterSeconds });
    throw new Problem(401, 'This key is unknown, expired or revoked.');
  }
}
