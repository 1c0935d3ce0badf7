import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Act, type ActMeta, type ActResult, type CommandedAggregate, type CommandsOf } from '#commands';
import { EventStore } from '#event-store';
import { Views } from '#projections';
import type { FastifyReply } from 'fastify';
import { v5 } from 'uuid';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Problem } from '../http/problem.js';

const WAIT_MS = 5000;

/** Carries out commands for a request, and makes sure that what is read next shows the outcome. */
@Injectable()
export class Writer {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly store: EventStore,
  ) {}

  /** Acts as the request's key, at the revision its If-Match names, once per Idempotency-Key. */
  async act<A extends CommandedAggregate>(
    request: Idempotent,
    aggregate: A,
    id: string,
    command: CommandsOf[A],
  ): Promise<ActResult> {
    const { operationId } = request;
    const meta: ActMeta = {
      actor: request.holder ? `key:${request.holder.id}` : 'anonymous',
      ...(operationId ? { commandId: v5(`${aggregate}-${id}-${command.type}`, operationId) } : {}),
      ...expected(request),
    };
    return this.commands.execute(new Act(aggregate, id, command, meta));
  }

  /** Acts, and waits until what is read next shows it; else the answer becomes a 202. */
  async write<A extends CommandedAggregate>(
    request: Idempotent,
    reply: FastifyReply,
    [aggregate, id, command]: [aggregate: A, id: string, command: CommandsOf[A]],
  ): Promise<ActResult> {
    const result = await this.act(request, aggregate, id, command);
    await this.settle(reply, result.position);
    return result;
  }

  /** Waits until the views show `position` (≤ 5 s); where they do not yet, the answer becomes a 202. */
  async settle(reply: FastifyReply, position: string | null): Promise<boolean> {
    if (position === null) return true;
    void reply.header('wic-position', position);
    if (await this.views.waitFor(position, WAIT_MS)) return true;
    void reply.code(202);
    return false;
  }

  /** The same once items have been read: what the reader made of them stands after them in the log. */
  async settleReading(reply: FastifyReply, position: string | null): Promise<boolean> {
    return position === null || this.settle(reply, await this.store.head());
  }

  /** Waits for what a read asks to see (≤ 5 s). */
  async reach(minPosition: string | undefined): Promise<void> {
    if (minPosition === undefined || (await this.views.waitFor(minPosition, WAIT_MS))) return;
    throw new Problem(503, `The views have not reached position ${minPosition} yet.`, {
      retryAfterSeconds: 1,
    });
  }
}

function expected(request: Idempotent): { expectedRevision?: number } {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return {};
  const [, revision] = /^(?:W\/)?"(\d{1,9})"$/.exec(header) ?? [];
  if (revision === undefined)
    throw new Problem(400, 'Write If-Match as the revision in quotes: If-Match: "2".');
  return { expectedRevision: Number(revision) };
}
