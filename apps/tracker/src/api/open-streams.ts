import { pumpSse, type PumpOptions, type StreamMessage } from '#delivery';
import { clientOf, type Metrics } from '#platform';
import type { FastifyReply } from 'fastify';
import type { Authenticated } from '../http/auth.guard.js';
import { Problem } from '../http/problem.js';

export interface StreamLimits {
  /** Of this process. */
  most: number;
  /** Of one client: a key, or an address without one. */
  each: number;
  pump?: PumpOptions;
}

const LIMITS: StreamLimits = { most: 2000, each: 500 };

/** The event streams this process serves now: counted, capped, ended in good order when it stops. */
export class OpenStreams {
  private readonly stopping = new AbortController();
  private open = 0;
  private readonly byClient = new Map<string, number>();

  constructor(
    metrics: Metrics,
    private readonly limits: StreamLimits = LIMITS,
  ) {
    metrics.gauge({ name: 'wic_open_streams', help: 'Event streams open now' }, (gauge) =>
      gauge.set(this.open),
    );
  }

  /** Serves messages as an event stream until they end, the client goes, or the program stops. */
  async serve(
    request: Authenticated,
    reply: FastifyReply,
    messages: (signal: AbortSignal) => AsyncIterable<StreamMessage>,
  ): Promise<void> {
    const client = request.holder?.id ?? clientOf(request.ip);
    this.refuseTooMany(client);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const headers = {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    };
    reply.hijack();
    reply.raw.writeHead(200, headers as Record<string, string>);
    this.count(client, 1);
    try {
      const signal = AbortSignal.any([gone.signal, this.stopping.signal]);
      await pumpSse(messages(signal), reply.raw, this.limits.pump);
    } catch (error) {
      request.log.error(error);
      reply.raw.destroy();
    } finally {
      this.count(client, -1);
    }
  }

  private refuseTooMany(client: string): void {
    const { most, each } = this.limits;
    const retryAfterSeconds = 10;
    if (this.open >= most || this.stopping.signal.aborted)
      throw new Problem(503, 'Too many streams are open; try again in a while.', { retryAfterSeconds });
    if ((this.byClient.get(client) ?? 0) >= each)
      throw new Problem(429, `At most ${each} streams a client: close one of yours.`, { retryAfterSeconds });
  }

  private count(client: string, change: 1 | -1): void {
    this.open += change;
    const now = (this.byClient.get(client) ?? 0) + change;
    if (now > 0) this.byClient.set(client, now);
    else this.byClient.delete(client);
  }

  /** A signal for one answer that may wait long: aborts when the client goes or the program stops. */
  signalFor(reply: FastifyReply): AbortSignal {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return AbortSignal.any([gone.signal, this.stopping.signal]);
  }

  /** Ends every stream; clients resume elsewhere or later. */
  stop(): void {
    this.stopping.abort();
  }
}
