import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { GuardedHttp } from '#platform';
import { SystemClock } from '../../clock.js';
import { eventAt } from '../../public-event.fixture.js';
import { standardFormat } from '../formats/standard.format.js';
import { exchange, type Exchange } from './exchange.js';

const SECRET = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;
/** The whole exchange is given this long here, and 15 s in earnest. */
const TIMEOUT_MS = 1000;
const CAPTURE = 16 * 1024;
const MIB = 2 ** 20;

let server: Server | undefined;
const outbound = new GuardedHttp({ allow: ['127.0.0.0/8'] });
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
});
afterAll(() => outbound.close());

/** Sends one message to a receiver that does with the connection what it likes. */
async function sendTo(receive: (socket: Socket) => void): Promise<Exchange & { ms: number; grown: number }> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => receive(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const secrets = { url, headers: {}, chatSecret: null, signing: [{ secret: SECRET, until: null }] };
  const about = { endpoint: { webhookId: 'w1' }, secrets, format: standardFormat, logId: 'log' };
  const [begun, memory] = [performance.now(), process.memoryUsage().rss];
  const ports = { outbound, clock: new SystemClock() };
  const message = { ...about, events: [eventAt(1)], attempt: 1, replay: null, timeoutMs: TIMEOUT_MS };
  const made = await exchange(ports, message);
  return { ...made, ms: performance.now() - begun, grown: process.memoryUsage().rss - memory };
}

const failed = (error: RegExp) => ({ ok: false, error: expect.stringMatching(error) });
const head = (...lines: string[]) => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');

/** Writes as long as the other side takes it. */
function pour(socket: Socket, chunk: Buffer, times: number): void {
  for (let left = times; left > 0 && !socket.destroyed; left -= 1)
    if (!socket.write(chunk)) return void socket.once('drain', () => pour(socket, chunk, left - 1));
  socket.end();
}

describe('a receiver that means no good', () => {
  it('may hang: the attempt ends when its time is over', async () => {
    const made = await sendTo(() => undefined);
    expect(made.verdict).toMatchObject(failed(/^timeout:/));
    expect(made.ms).toBeGreaterThanOrEqual(TIMEOUT_MS - 20);
  });

  it('may drip: every byte in time, and yet the whole is over in time', async () => {
    const made = await sendTo((socket) => {
      socket.write(head('content-length: 1000000'));
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(made.verdict).toMatchObject(failed(/^timeout:/));
  });

  it('may reset the connection, before or within its answer', async () => {
    expect((await sendTo((socket) => socket.resetAndDestroy())).verdict).toMatchObject(failed(/^network:/));
    const within = await sendTo((socket) => {
      socket.write(`${head('content-length: 100')}half`);
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
    expect(within.verdict).toMatchObject(failed(/^network:/));
  });

  it('may talk no HTTP at all', async () => {
    const made = await sendTo((socket) => socket.end('220 mail.example ESMTP\r\n'));
    expect(made.verdict).toMatchObject(failed(/^network:/));
  });

  it('may answer 100 MB: 16 KiB are taken, and the rest is not waited for', async () => {
    const made = await sendTo((socket) => {
      socket.write(head(`content-length: ${100 * MIB}`));
      pour(socket, Buffer.alloc(MIB, 'x'), 100);
    });
    expect(made).toMatchObject({ verdict: { ok: true }, truncated: true });
    expect(made.body).toHaveLength(CAPTURE);
    expect(made.grown).toBeLessThan(50 * MIB);
  });

  it('may answer a bomb: it goes off no further than 16 KiB', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * MIB));
    const made = await sendTo((socket) => {
      socket.write(head('content-encoding: gzip', `content-length: ${bomb.length}`));
      socket.end(bomb);
    });
    expect(made).toMatchObject({ verdict: { ok: true }, truncated: true });
    expect(made.body).toHaveLength(CAPTURE);
    expect(made.grown).toBeLessThan(50 * MIB);
  });

  it('may answer headers without end', async () => {
    const made = await sendTo((socket) =>
      pour(socket, Buffer.from(head().trim() + '\r\nx: y'.repeat(9000)), 1),
    );
    expect(made.verdict).toMatchObject(failed(/^(too_large|network):/));
  });
});
