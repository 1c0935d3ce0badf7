import { pumpSse, type StreamMessage } from '#delivery';
import type { Metrics } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

const MOST = 2000;

/** The event streams this process serves now: counted, capped, ended in good order when it stops. */
export class OpenStreams {
  private readonly stopping = new AbortController();
  private open = 0;

  constructor(metrics: Metrics) {
    metrics.gauge({ name: 'wic_open_streams', help: 'Event streams open now' }, (gauge) =>
      gauge.set(this.open),
    );
  }

  /** Serves messages as an event stream until they end, the client goes, or the program stops. */
  async serve(
    request: FastifyRequest,
    reply: FastifyReply,
    messages: (signal: AbortSignal) => AsyncIterable<StreamMessage>,
  ): Promise<void> {
    if (this.open >= MOST || this.stopping.signal.aborted) {
      throw new Problem(503, 'Too many streams are open; try again in a while.', { retryAfterSeconds: 10 });
    }
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
    this.open += 1;
    try {
      await pumpSse(messages(AbortSignal.any([gone.signal, this.stopping.signal])), reply.raw);
    } catch (error) {
      request.log.error(error);
      reply.raw.destroy();
    } finally {
      this.open -= 1;
    }
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
