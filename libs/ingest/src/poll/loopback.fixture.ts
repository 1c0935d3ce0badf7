import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboundError, OutboundHttp, type OutboundRequest, type OutboundResponse } from '#platform';

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on loopback whose answers a spec sets by path; it keeps every request's path and headers. */
export class LoopbackSite {
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  readonly answers = new Map<string, Answerer>();
  private readonly server = createServer((request, response) => {
    const path = request.url ?? '/';
    this.requests.push({ path, headers: request.headers });
    const answer = this.answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  serve(path: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): void {
    this.answers.set(path, (_, response) => response.writeHead(status, headers).end(body));
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

/** The way out over real sockets, without the guard: loopback is all that a spec talks to. */
export class OpenHttp extends OutboundHttp {
  async request(request: OutboundRequest): Promise<OutboundResponse> {
    const redirects: OutboundResponse['redirects'] = [];
    for (let url = request.url; ;) {
      const timeout = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
      const { method, headers } = request;
      const answer = await fetch(url, { method, headers, redirect: 'manual', signal }).catch(
        (cause: Error) => {
          throw new OutboundError('network', cause.message, { cause });
        },
      );
      const body = Buffer.from(await answer.arrayBuffer());
      const location = answer.headers.get('location');
      if (location === null || redirects.length >= request.maxRedirects || answer.status === 304)
        return {
          ...{ status: answer.status, headers: Object.fromEntries(answer.headers), body },
          ...{ truncated: false, url, redirects },
        };
      const to = new URL(location, url).href;
      redirects.push({ status: answer.status, from: url, to });
      url = to;
    }
  }

  async check(): Promise<void> {}
}
