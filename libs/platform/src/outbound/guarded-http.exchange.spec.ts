import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GuardedHttp } from './guarded-http.adapter.js';
import { loopbackSite, type LoopbackSite } from './loopback-site.fixture.js';
import { oddAnswers, TEXT } from './odd-site.fixture.js';
import type { OutboundError, OutboundRequest } from './outbound-http.port.js';

let site: LoopbackSite;
let elsewhere: LoopbackSite;
const answer = oddAnswers(() => elsewhere.url);
const http = new GuardedHttp({ allow: ['127.0.0.0/8'], userAgent: 'spec/1' });

beforeAll(async () => {
  [site, elsewhere] = [await loopbackSite(answer), await loopbackSite(answer, '127.0.0.2')];
});
afterAll(() => Promise.all([http.close(), site.close(), elsewhere.close()]));

function get(path: string, more: Partial<OutboundRequest> = {}) {
  return http.request({ url: site.url + path, timeoutMs: 4000, maxBytes: 50_000, maxRedirects: 5, ...more });
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: OutboundError) => error.code,
  );

describe('GuardedHttp bodies', () => {
  it.each(['/gzip', '/br', '/deflate', '/raw', '/twice'])('decodes %s', async (path) => {
    const response = await get(path);
    expect(response.body.toString()).toBe(TEXT);
    expect(response.headers).not.toHaveProperty('content-encoding');
  });

  it('takes neither an unasked coding nor a broken one for content', async () => {
    expect(await codeOf(get('/odd'))).toBe('network');
    expect(await codeOf(get('/broken'))).toBe('network');
  });

  it('stops a bomb at the cap, or cuts there when asked to', async () => {
    const before = process.memoryUsage().rss;
    expect(await codeOf(get('/bomb'))).toBe('too_large');
    const cut = await get('/bomb', { truncate: true, maxBytes: 1234 });
    expect([cut.truncated, cut.body.length]).toEqual([true, 1234]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
    expect(await codeOf(get('/endless-empty'))).toBe('too_large');
  });

  it('knows an exact fit from one byte too many', async () => {
    const bytes = Buffer.byteLength(TEXT);
    expect((await get('/gzip', { maxBytes: bytes })).truncated).toBe(false);
    expect(await codeOf(get('/gzip', { maxBytes: bytes - 1 }))).toBe('too_large');
  });

  it('answers 304 without a body and joins repeated headers', async () => {
    const response = await get('/not-modified');
    expect([response.status, response.body.length, response.headers['etag']]).toEqual([304, 0, '"1"']);
    expect((await get('/repeated')).headers['link']).toBe('<a>, <b>');
  });

  it('does not take half an answer for a whole one', async () => {
    expect(await codeOf(get('/cut'))).toBe('network');
  });
});

describe('GuardedHttp time and size', () => {
  it.each(['/drip', '/silent'])('ends %s when its time is over', async (path) => {
    const start = Date.now();
    expect(await codeOf(get(path, { timeoutMs: 300 }))).toBe('timeout');
    expect(Date.now() - start).toBeLessThan(1500);
  });

  it('ends while a name server hangs, and when the caller aborts', async () => {
    const hanging = new GuardedHttp({ lookup: () => undefined, connectTimeoutMs: 300 });
    const request = { url: 'http://hangs.example/', timeoutMs: 200, maxBytes: 10, maxRedirects: 0 };
    expect(await codeOf(hanging.request(request))).toBe('timeout');
    const abort = AbortSignal.timeout(100);
    expect(await codeOf(get('/silent', { signal: abort }))).toBe('network');
    await hanging.close();
  });

  it('refuses a header block of 60 kB', async () => {
    expect(await codeOf(get('/headers'))).toBe('too_large');
  });

  it('reuses its connections', async () => {
    const own = await loopbackSite(answer);
    for (let round = 0; round < 5; round++)
      await http.request({ url: own.url, timeoutMs: 2000, maxBytes: 5000, maxRedirects: 0 });
    expect(own.connections()).toBeLessThanOrEqual(2);
    await own.close();
  });

  it('names a server that refuses, without its address', async () => {
    const gone = await loopbackSite(answer);
    await gone.close();
    const named = new GuardedHttp({
      allow: ['127.0.0.1'],
      lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const url = `http://gone.example:${gone.port}/`;
    const error = await named
      .request({ url, timeoutMs: 2000, maxBytes: 1, maxRedirects: 0 })
      .catch((e: Error) => e);
    expect(error).toMatchObject({ code: 'network', message: `gone.example:${gone.port}: ECONNREFUSED` });
    await named.close();
  });
});

describe('GuardedHttp redirects', () => {
  const headers = {
    Authorization: 'Bearer s',
    Cookie: 'c=1',
    'X-Api-Key': 'k',
    Accept: 'text/html',
    Host: 'evil',
  };
  const echoed = (body: Buffer) =>
    JSON.parse(body.toString()) as { method: string; body: string; headers: object };

  it('keeps credentials on the same origin and drops them on the way to another', async () => {
    const same = echoed((await get('/here', { headers })).body);
    expect(same.headers).toMatchObject({ authorization: 'Bearer s', cookie: 'c=1', 'x-api-key': 'k' });
    const response = await get('/to-302', { headers });
    const far = echoed(response.body).headers;
    expect(far).toMatchObject({
      accept: 'text/html',
      'user-agent': 'spec/1',
      host: new URL(elsewhere.url).host,
    });
    for (const name of ['authorization', 'cookie', 'x-api-key']) expect(far).not.toHaveProperty(name);
    expect(response.url).toBe(`${elsewhere.url}/landed`);
    expect(response.redirects).toEqual([
      { status: 302, from: `${site.url}/to-302`, to: `${elsewhere.url}/landed` },
    ]);
  });

  it.each([
    ['/to-301', 'GET', ''],
    ['/to-303', 'GET', ''],
    ['/to-307', 'POST', '{"a":1}'],
    ['/to-308', 'POST', '{"a":1}'],
  ])('a POST through %s arrives as %s', async (path, method, body) => {
    const response = await get(path, { method: 'POST', body: '{"a":1}' });
    expect(echoed(response.body)).toMatchObject({ method, body });
  });

  it('stops at the limit, and follows none when none is allowed', async () => {
    expect(await codeOf(get('/loop', { maxRedirects: 3 }))).toBe('redirects');
    const answered = await get('/to-302', { maxRedirects: 0 });
    expect([answered.status, answered.headers['location']]).toEqual([302, `${elsewhere.url}/landed`]);
  });
});
