import { afterEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { WicError } from './http.js';
import { frame, json, LoopbackTracker, problem, type Answer } from './tracker.fixture.js';
import type { LogEvent } from './types.js';
import { WicClient } from './wic-client.js';

let tracker: LoopbackTracker;
afterEach(() => tracker.stop());

const HEAD = 100;
const endsAt = json({ data: [], page: { next: String(HEAD), hasMore: false } });

function opened(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 3000\n\n');
  return response;
}

/** Serves a log that has grown by ten, cutting each connection after a few events, in the midst of the next one. */
const cuttingEvery = (events: number): Answer => {
  return (_request, response, url) => {
    const after = Number(url.searchParams.get('after'));
    opened(response);
    const last = Math.min(after + events, HEAD + 10);
    for (let position = after + 1; position <= last; position++) response.write(frame(position));
    if (last < HEAD + 10) response.write(frame(last + 1).slice(0, 40), () => response.destroy());
  };
};

async function take(events: AsyncIterable<LogEvent>, count: number): Promise<string[]> {
  const positions: string[] = [];
  for await (const { position } of events) {
    positions.push(position);
    if (positions.length === count) break;
  }
  return positions;
}

const tenFrom = Array.from({ length: 10 }, (_, i) => String(HEAD + 1 + i));

describe('follow', () => {
  it('goes on where the connection was cut, without gap or double', async () => {
    tracker = await LoopbackTracker.start({ '/v1/stream': cuttingEvery(4) });
    const breaks: number[] = [];
    const onBreak = (waitMs: number) => breaks.push(waitMs);
    const opened: string[] = [];
    const onOpen = (after: string) => opened.push(after);
    const events = new WicClient({ url: tracker.url }).follow({ after: String(HEAD), onOpen, onBreak });
    expect(await take(events, 10)).toEqual(tenFrom);
    expect(opened).toEqual(['100', '104', '108']);
    expect(tracker.asked.map(({ query }) => query.get('after'))).toEqual(['100', '104', '108']);
    expect(breaks).toEqual([500, 500]);
  });

  it('misses nothing recorded while it was cut before its first event', async () => {
    let connections = 0;
    const firstIsCut: Answer = (request, response, url) => {
      if (connections++ === 0) opened(response).destroy();
      else cuttingEvery(10)(request, response, url);
    };
    tracker = await LoopbackTracker.start({ '/v1/stream': firstIsCut, '/v1/events': endsAt });
    const events = new WicClient({ url: tracker.url }).follow();
    expect(await take(events, 10)).toEqual(tenFrom);
    expect(tracker.asked.map(({ path }) => path)).toEqual(['/v1/events', '/v1/stream', '/v1/stream']);
  });

  it('ends at a reset, telling where the log ends', async () => {
    const reset: Answer = (_request, response) => {
      opened(response).write('id: 7\nevent: reset\ndata: {"position":"7","logId":"other"}\n\n');
    };
    tracker = await LoopbackTracker.start({ '/v1/stream': reset });
    const ends: object[] = [];
    const options = { after: '99', onReset: (end: object) => ends.push(end) };
    expect(await take(new WicClient({ url: tracker.url }).follow(options), 1)).toEqual([]);
    expect(ends).toEqual([{ position: '7', logId: 'other' }]);
  });

  it('waits out a tracker that is busy, but not one that refuses', async () => {
    let calls = 0;
    const busyFirst: Answer = (request, response, url) =>
      (calls++ === 0 ? problem(503, { title: 'Busy' }) : cuttingEvery(10))(request, response, url);
    const refused = problem(401, { detail: 'No key.' });
    tracker = await LoopbackTracker.start({ '/v1/stream': busyFirst, '/v1/events': refused });
    const client = new WicClient({ url: tracker.url });
    expect(await take(client.follow({ after: '100' }), 1)).toEqual(['101']);
    await expect(take(client.follow(), 1)).rejects.toEqual(new WicError(401, 'No key.'));
  });

  it('ends when its signal aborts, also while it waits to connect again', async () => {
    tracker = await LoopbackTracker.start({ '/v1/stream': problem(503, {}) });
    const ended = new AbortController();
    const options = { after: '1', signal: ended.signal, onBreak: () => ended.abort() };
    expect(await take(new WicClient({ url: tracker.url }).follow(options), 1)).toEqual([]);
  });
});

describe('replay', () => {
  it('goes on after the last event seen when it is cut, and ends at the end', async () => {
    const answer: Answer = (request, response) => {
      const last = request.headers['last-event-id'];
      opened(response);
      if (last === undefined) response.write(frame(3), () => response.destroy());
      else response.end(`${frame(1)}event: end\ndata: {"position":"1"}\n\n`);
    };
    tracker = await LoopbackTracker.start({ '/v1/replay': answer });
    const events = new WicClient({ url: tracker.url }).replay({ from: '2014-11-19', speed: 0 });
    expect(await take(events, 5)).toEqual(['3', '1']);
    expect(tracker.asked.map(({ request }) => request.headers['last-event-id'])).toEqual([undefined, '3']);
  });

  it('tells the days it reaches, and goes on from where it was paused', async () => {
    const answer: Answer = (_request, response) => {
      const day = 'event: day\ndata: {"day":"2023-06-16"}\n\n';
      opened(response).end(`${day}${frame(4)}event: end\ndata: {"position":"4"}\n\n`);
    };
    tracker = await LoopbackTracker.start({ '/v1/replay': answer });
    const days: string[] = [];
    const options = { from: '2023-06-15', speed: 2, after: '3', onDay: (day: string) => days.push(day) };
    expect(await take(new WicClient({ url: tracker.url }).replay(options), 5)).toEqual(['4']);
    expect(days).toEqual(['2023-06-16']);
    const [asked] = tracker.asked;
    expect(asked?.request.headers['last-event-id']).toBe('3');
    expect([...asked!.query.keys()]).toEqual(['from', 'speed']);
  });

  it('says so when no tracker answers', async () => {
    tracker = await LoopbackTracker.start({});
    const events = new WicClient({ url: 'http://127.0.0.1:9' }).replay({});
    await expect(take(events, 1)).rejects.toThrow('No tracker answers at http://127.0.0.1:9');
  });
});
