import { afterEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WicClient, type LogEvent } from '#client';
import { ReplayPlayer } from './replay.command.js';

const asked: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => {
  asked.push(request);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  answer(request, response);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const day = (text: string) => `event: day\ndata: {"day":"${text}"}\n\n`;
const event = (position: number) =>
  `id: ${position}\nevent: announcement.published\ndata: {"position":"${position}"}\n\n`;

it('pauses by giving its connection up, and goes on where it stood', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = (_request, response) => {
    if (asked.length === 1) response.write(day('2023-06-15') + event(7) + day('2023-06-20'));
    else response.end(event(9) + 'event: end\ndata: {"position":"9"}\n\n');
  };
  const told: string[] = [];
  const show = {
    event: ({ position }: LogEvent) => told.push(position),
    day: (reached: string, isPaused: boolean) => {
      told.push(isPaused ? `${reached} paused` : reached);
      if (reached === '2023-06-20' && !isPaused) setImmediate(() => player.toggle());
      if (isPaused) setTimeout(() => player.toggle(), 20);
    },
  };
  const player = new ReplayPlayer(new WicClient({ url }), { from: '2023-06-01', speed: 2 }, show);
  await player.run();
  expect(told).toEqual(['2023-06-15', '7', '2023-06-20', '2023-06-20 paused', '9']);
  const from = asked.map((request) => new URL(request.url!, url).searchParams.get('from'));
  expect(from).toEqual(['2023-06-01', '2023-06-20']);
  expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '7']);
});
