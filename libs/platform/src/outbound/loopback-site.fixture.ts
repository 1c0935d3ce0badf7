import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server on loopback that remembers what it was asked. */
export interface LoopbackSite {
  url: string;
  port: number;
  requests: IncomingMessage[];
  connections: () => number;
  close(): Promise<void>;
}

/** Starts a site; `listener` answers. `host` is the loopback address it binds to. */
export async function loopbackSite(listener: RequestListener, host = '127.0.0.1'): Promise<LoopbackSite> {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server: Server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  server.on('connection', () => connections++);
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    requests,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
