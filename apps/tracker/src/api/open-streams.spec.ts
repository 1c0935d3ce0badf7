import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LiveHub, followLog } from '#delivery';
import { Metrics } from '#platform';
import type { PublicEvent, PublicLog } from '#projections';
import { Problem } from '../http/problem.js';
import { OpenStreams, type StreamLimits } from './open-streams.js';

/** A log of so many large events, at which nothing happens. */
function logOf(count: number): PublicLog {
  const events = Array.from({ length: count }, (_, n) => eventAt(n + 1));
  return {
    logId: async () => 'log',
    head: async () => String(count),
    page: async ({ after, limit }: { after: string; limit: number }) => {
      const page = events.slice(Number(after), Number(after) + limit);
      return { events: page, next: page.at(-1)?.position ?? after, hasMore: false };
    },
    onAdvance: () => () => undefined,
  } as unknown as PublicLog;
}

function eventAt(position: number): PublicEvent {
  const at = '2023-06-15T00:00:00.000Z';
  const about = { announcedAt: at, recordedAt: at, backfill: false, scope: 'public' as const };
  return {
    type: 'source.followed',
    position: String(position),
    ...about,
    data: { source: 'x'.repeat(20_000) },
  };
}

let app: FastifyInstance;
let streams: OpenStreams;
let hub: LiveHub;
const open: IncomingMessage[] = [];

async function serve(limits: StreamLimits, events = 0, heartbeatMs = 10_000): Promise<void> {
  streams = new OpenStreams(new Metrics(), limits);
  hub = new LiveHub(logOf(events), { heartbeatMs, keep: 1 });
  app = fastify();
  app.setErrorHandler((error, _request, reply) => {
    const { status, retryAfterSeconds } = error as unknown as Problem;
    void reply.code(status).header('retry-after', String(retryAfterSeconds)).send('');
  });
  app.get('/', async (request, reply) => {
    const after = request.headers['last-event-id'] as string | undefined;
    const filter = { scopes: ['public'] as const };
    await streams.serve(request, reply, (signal) => followLog({ hub, after: after ?? '0', filter, signal }));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
}

async function connect(headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo;
  const [response] = (await once(get({ port, host: '127.0.0.1', agent: false, headers }), 'response')) as [
    IncomingMessage,
  ];
  open.push(response);
  response.on('error', () => undefined);
  return response;
}

/** Connections that the server holds. */
function connections(): Promise<number> {
  return new Promise((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

/** Reads until `enough`, or until the stream ends. */
async function readUntil(response: IncomingMessage, enough: (text: string) => boolean): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) if (enough((text += chunk as string))) break;
  } catch {
    // it was cut
  }
  return text;
}

const idsIn = (text: string) =>
  text
    .split('\n\n')
    .slice(0, -1)
    .flatMap((block) => /^id: (\d+)$/m.exec(block)?.[1] ?? []);

describe('open streams', () => {
  beforeEach(() => void open.splice(0));
  afterEach(async () => {
    for (const response of open) response.destroy();
    hub.stop();
    streams.stop();
    await app.close();
  });

  it('are capped for a client by 429, and make room when one closes', async () => {
    await serve({ most: 3, each: 2 });
    const [first] = [await connect(), await connect()];
    const refused = await connect();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '10']);
    first.destroy();
    for (let tries = 0; tries < 100; tries += 1) {
      const again = await connect();
      if (again.statusCode === 200) break;
      expect(again.statusCode).toBe(429);
    }
  });

  it('are capped for the process by 503', async () => {
    await serve({ most: 1, each: 2 });
    await connect();
    expect((await connect()).statusCode).toBe(503);
  });

  it('beat by comments alone, which touch no cursor', async () => {
    await serve({ most: 1, each: 1 }, 0, 10);
    const text = await readUntil(await connect(), (so) => so.split(': heartbeat').length > 3);
    expect(text.startsWith('retry: 3000\n\n: heartbeat\n\n: heartbeat\n\n')).toBe(true);
    expect(text).not.toMatch(/^(id|event|data):/m);
  });

  it('end in good order when the program stops, and none is begun any more', async () => {
    await serve({ most: 5, each: 5 });
    const response = await connect();
    const ended = once(response.resume(), 'end');
    streams.stop();
    await ended;
    expect(response.complete).toBe(true);
    expect((await connect()).statusCode).toBe(503);
  });

  it('cut a client that does not read, which resumes where it was without gap or double', async () => {
    const events = 1000;
    await serve({ most: 5, each: 5, pump: { maxPendingBytes: 100_000, stallMs: 100 } }, events);
    const slow = await connect();
    slow.pause();
    while ((await connections()) > 0) await sleep(20);
    const seen = idsIn(await readUntil(slow, () => false));
    expect(seen.length).toBeLessThan(events);
    for (let tries = 0; seen.length < events && tries < 50; tries += 1) {
      const again = await connect({ 'last-event-id': seen.at(-1) ?? '0' });
      const isLast = (text: string) => text.includes(`id: ${events}\n`) && text.endsWith('\n\n');
      seen.push(...idsIn(await readUntil(again, isLast)));
    }
    expect(seen.map(Number)).toEqual(Array.from({ length: events }, (_, n) => n + 1));
  });
});
