import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../../harness/child.js';
import { ADDRESSES, feedText, feedUrl, type Change } from './feed-text.js';

/** How the feeds read from now on; their ETag is of the round. */
export interface SiteMode {
  change: Change;
  round: number;
}

/** What the site was asked since it was told what to do. */
export interface Asked {
  requests: number;
  /** Answered 304. */
  unchanged: number;
  /** Requests to one address while another one to it was under way, which no poller may make. */
  crowded: number;
}

let state: SiteMode = { change: 'built-anew', round: 0 };
let asked: Asked = { requests: 0, unchanged: 0, crowded: 0 };
const busy = new Map<string, number>();

function handle(request: IncomingMessage, response: ServerResponse): void {
  const host = request.headers.host ?? '';
  const others = busy.get(host) ?? 0;
  busy.set(host, others + 1);
  response.once('close', () => busy.set(host, (busy.get(host) ?? 1) - 1));
  asked.requests += 1;
  if (others > 0) asked.crowded += 1;
  const feed = Number(request.url?.slice('/feed/'.length));
  const etag = `"round-${state.round}"`;
  if (request.headers['if-none-match'] === etag) {
    asked.unchanged += 1;
    return void response.writeHead(304, { etag }).end();
  }
  const body = feedText(feed, state.round, state.change);
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
}

async function listen(): Promise<number> {
  const first = createServer(handle).listen(0, '127.1.0.1');
  await once(first, 'listening');
  const { port } = first.address() as AddressInfo;
  for (let feed = 1; feed < ADDRESSES; feed += 1) {
    const server = createServer(handle).listen(port, new URL(feedUrl(feed, port)).hostname);
    await once(server, 'listening');
  }
  return port;
}

const port = await listen();

answer<SiteMode | { asked: true }, Asked & { port: number }>(async (question) => {
  const was = { ...asked, port };
  if ('change' in question) {
    state = question;
    asked = { requests: 0, unchanged: 0, crowded: 0 };
  }
  return was;
});
