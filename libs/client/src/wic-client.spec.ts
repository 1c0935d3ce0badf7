import { afterEach, describe, expect, it } from '@jest/globals';
import { WicError } from './http.js';
import { json, LoopbackTracker, problem, type Answer } from './tracker.fixture.js';
import { WicClient } from './wic-client.js';

let tracker: LoopbackTracker;
afterEach(() => tracker.stop());

/** Five announcements, two a page. */
const pages: Answer = (request, response, url) => {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const data = [0, 1, 2, 3, 4].slice(from, from + 2).map((n) => ({ id: String(n) }));
  json({ data, page: { next: from + 2 < 5 ? String(from + 2) : null }, total: 5 })(request, response, url);
};

describe('WicClient', () => {
  it('reads a list page by page, repeating the query, and no page more than is asked for', async () => {
    tracker = await LoopbackTracker.start({ '/v1/announcements': pages });
    const client = new WicClient({ url: tracker.url });
    const ids: string[] = [];
    for await (const { id } of client.allAnnouncements({ kind: ['summit', 'expo'], q: '乌镇' })) ids.push(id);
    expect(ids).toEqual(['0', '1', '2', '3', '4']);
    expect(tracker.asked.map(({ query }) => [query.getAll('kind'), query.get('q')])).toEqual(
      Array.from({ length: 3 }, () => [['summit', 'expo'], '乌镇']),
    );
    for await (const { id } of client.allAnnouncements()) if (id === '1') break;
    expect(tracker.asked).toHaveLength(4);
  });

  it('sends its key, and JSON as UTF-8', async () => {
    const bodies: string[] = [];
    const echo: Answer = (request, response, url) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => (bodies.push(body), json({ itemId: 'i' }, 201)(request, response, url)));
    };
    tracker = await LoopbackTracker.start({ '/v1/documents': echo });
    const client = new WicClient({ url: tracker.url, key: 'secret' });
    expect(await client.importDocument({ text: '世界互联网大会' })).toEqual({ itemId: 'i' });
    expect(JSON.parse(bodies[0]!)).toEqual({ text: '世界互联网大会' });
    expect(tracker.asked[0]?.request.headers.authorization).toBe('Bearer secret');
  });

  it('turns problems into errors with status, sentence and fields', async () => {
    const errors = [{ pointer: '/asOf', detail: 'is not a date' }];
    const bad = problem(400, { title: 'Bad Request', detail: 'asOf is not a date.', errors });
    const html: Answer = (_request, response) => void response.writeHead(502).end('<h1>Bad gateway</h1>');
    tracker = await LoopbackTracker.start({ '/v1/announcements': bad, '/v1/facets': html });
    const client = new WicClient({ url: tracker.url });
    const refusal = await client.announcements({ asOf: 'x' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WicError);
    expect(refusal).toMatchObject({ status: 400, message: 'asOf is not a date.', errors });
    await expect(client.facets()).rejects.toMatchObject({
      status: 502,
      message: 'HTTP 502: <h1>Bad gateway</h1>',
    });
    await expect(client.announcement('a/b')).rejects.toMatchObject({ status: 404, message: 'Not Found' });
    expect(tracker.asked.at(-1)?.path).toBe('/v1/announcements/a%2Fb');
  });

  it('tells an unreachable tracker from one that refuses, and stops when told to', async () => {
    tracker = await LoopbackTracker.start({ '/v1/facets': () => undefined });
    await expect(new WicClient({ url: 'http://127.0.0.1:9' }).facets()).rejects.toMatchObject({ status: 0 });
    const ended = new AbortController();
    const call = new WicClient({ url: tracker.url, signal: ended.signal }).facets();
    ended.abort();
    await expect(call).rejects.toThrow('abort');
  });
});
