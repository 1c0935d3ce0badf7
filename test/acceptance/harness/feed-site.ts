import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atom, rss, type Deleted, type Entry } from './feed-text.js';

interface Served {
  body: string;
  type: string;
  etag: string;
  modified: string;
}

/** A site on loopback whose feeds a spec changes at will; it answers conditional requests and keeps a log. */
export class FeedSite {
  readonly requests: { path: string; status: number; ifNoneMatch: string | undefined }[] = [];
  private readonly served = new Map<string, Served>();
  private readonly server = createServer((request, response) => this.answer(request, response));

  static async start(): Promise<FeedSite> {
    const site = new FeedSite();
    site.server.listen(0, '127.0.0.1');
    await once(site.server, 'listening');
    return site;
  }

  /** Another loopback address is another host, polled beside the others. */
  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  rss(path: string, entries: Entry[]): void {
    this.put(path, rss(this.url(path), entries), 'application/rss+xml; charset=utf-8');
  }

  atom(path: string, entries: Entry[], deleted: Deleted[] = []): void {
    this.put(path, atom(this.url(path), entries, deleted), 'application/atom+xml; charset=utf-8');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private put(path: string, body: string, type: string): void {
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    this.served.set(path, { body, type, etag, modified: new Date().toUTCString() });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    const found = this.served.get(path);
    const ifNoneMatch = request.headers['if-none-match'];
    const status = found === undefined ? 404 : ifNoneMatch === found.etag ? 304 : 200;
    this.requests.push({ path, status, ifNoneMatch });
    if (found === undefined) return void response.writeHead(404).end();
    response.writeHead(status, {
      etag: found.etag,
      'last-modified': found.modified,
      'content-type': found.type,
    });
    response.end(status === 200 ? found.body : undefined);
  }
}
