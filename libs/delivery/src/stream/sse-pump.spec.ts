import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createParser } from 'eventsource-parser';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventAt } from '../public-event.fixture.js';
import { pumpSse } from './sse-pump.js';
import type { StreamMessage } from './stream-message.js';

let close = () => {};
afterEach(() => close());

async function serve(handle: (response: ServerResponse) => void): Promise<number> {
  const server = createServer((_request, response) => handle(response)).listen(0, '127.0.0.1');
  close = () => (server.closeAllConnections(), server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function* messages(...all: StreamMessage[]): AsyncGenerator<StreamMessage> {
  yield* all;
}

describe('pumpSse', () => {
  it('is read by an independent parser, Chinese and line breaks included', async () => {
    const event = eventAt(5, {}, { title: { zh: '乌镇峰会\n开幕', en: 'Summit\r\nopens' } });
    const port = await serve((response) => {
      void pumpSse(
        messages(
          { kind: 'heartbeat' },
          { kind: 'event', event },
          { kind: 'reset', position: '9', logId: 'l' },
          { kind: 'end', position: '5' },
        ),
        response,
      );
    });
    const [answer] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
    const events: { id?: string; event?: string; data: string }[] = [];
    const parser = createParser({ onEvent: (parsed) => events.push(parsed) });
    for await (const chunk of answer.setEncoding('utf8')) parser.feed(chunk as string);
    expect(events.map(({ id, event: type }) => [id, type])).toEqual([
      ['5', 'announcement.published'],
      ['9', 'reset'],
      [undefined, 'end'],
    ]);
    const { scope: _scope, ...shown } = event;
    expect(JSON.parse(events[0]!.data)).toEqual(shown);
  });

  it('cuts a client that stops reading, with little held for it', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<StreamMessage> {
      for (;;) {
        pulled += 1;
        yield { kind: 'event', event: eventAt(pulled, {}, { theme: 'x'.repeat(10_000) }) };
      }
    }
    const outcome = new Promise<string>((resolve) => {
      void serve((response) => {
        resolve(pumpSse(endless(), response, { maxPendingBytes: 100_000, stallMs: 200 }));
      }).then((port) => connect(port, '127.0.0.1').end('GET / HTTP/1.1\r\nhost: x\r\n\r\n').pause());
    });
    expect(await outcome).toBe('slow');
    expect(pulled * 10_000).toBeLessThan(20_000_000);
  });
});
