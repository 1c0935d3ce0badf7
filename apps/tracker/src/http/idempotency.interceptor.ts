import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { IdempotencyStore, IdempotentSlot } from '#platform';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import type { Authenticated } from './auth.guard.js';
import { toProblem } from './problem.filter.js';
import { Problem } from './problem.js';

/** A write under an Idempotency-Key: what it does is derived from this id, so that a repeat does no harm. */
export type Idempotent = Authenticated & { operationId?: string };

const SECRET_FIELDS = ['secret', 'key'];

/** Each write once per Idempotency-Key: the same again is given the first answer, without its secrets. */
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Idempotent>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    if (request.method === 'GET' || typeof key !== 'string') return next.handle();
    const begun = await this.store.begin(identify(request, checked(key)));
    switch (begun.state) {
      case 'new':
        request.operationId = begun.slot.operationId;
        return this.carryOut(next, begun.slot, reply);
      case 'done':
        void reply
          .code(begun.answer.status)
          .headers({ ...begun.answer.headers, 'idempotency-replayed': 'true' });
        return of(begun.answer.body ?? undefined);
      case 'in_flight':
        throw new Problem(409, 'The first request with this Idempotency-Key is still being carried out.', {
          retryAfterSeconds: 1,
        });
      case 'other_body':
        throw new Problem(422, 'This Idempotency-Key was used with another body; choose a new one.');
    }
  }

  private carryOut(next: CallHandler, slot: IdempotentSlot, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        const position = reply.getHeader('wic-position');
        const headers: Record<string, string> =
          position === undefined ? {} : { 'wic-position': String(position) };
        await this.store.finish(slot, {
          status: reply.statusCode,
          headers,
          body: withoutSecrets(body) ?? null,
        });
        return body;
      }),
      catchError((error: unknown) =>
        from(this.giveUp(error, slot, reply)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }

  /** What was refused left nothing behind; what broke may have: its repeat has to be the same operation. */
  private giveUp(error: unknown, slot: IdempotentSlot, reply: FastifyReply): Promise<void> {
    const isRefusal = toProblem(error).status < 500 && reply.getHeader('wic-position') === undefined;
    return isRefusal ? this.store.abandon(slot) : this.store.release(slot);
  }
}

function identify(request: Authenticated, idempotencyKey: string) {
  const route = `${request.method} ${request.url.split('?')[0]}`;
  return {
    keyId: request.holder?.id ?? request.ip,
    route,
    idempotencyKey,
    body: JSON.stringify(request.body ?? null),
  };
}

function checked(key: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem(400, 'An Idempotency-Key has 1 to 200 printable ASCII characters.');
}

function withoutSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !SECRET_FIELDS.includes(name)));
}
