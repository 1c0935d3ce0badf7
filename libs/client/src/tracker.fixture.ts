import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** A loopback server that answers by path, and remembers what it was asked. */
export class LoopbackTracker {
  readonly asked: { method: string; path: string; query: URLSearchParams; request: IncomingMessage }[] = [];

  private constructor(private readonly server: Server) {}

  static async start(answers: Record<string, Answer>): Promise<LoopbackTracker> {
    const server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      tracker.asked.push({ method: request.method!, path: url.pathname, query: url.searchParams, request });
      const answer = answers[url.pathname] ?? problem(404, { title: 'Not Found' });
      answer(request, response, url);
    });
    const tracker = new LoopbackTracker(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return tracker;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** Answers with a JSON body. */
export function json(body: object, status = 200): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** Answers with a problem document. */
export function problem(status: number, body: object): Answer {
  return (_request, response) => {
    const head = { 'content-type': 'application/problem+json' };
    response.writeHead(status, head).end(JSON.stringify({ status, ...body }));
  };
}

/** An announcement event of the stream as the tracker frames it. */
export function frame(position: number): string {
  const event = {
    type: 'announcement.published',
    position: String(position),
    data: { n: `第${position}条` },
  };
  return `id: ${position}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
