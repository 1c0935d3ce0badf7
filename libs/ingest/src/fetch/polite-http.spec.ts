import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoopbackSite, OpenHttp } from '../poll/loopback.fixture.js';
import { PoliteHttp } from './polite-http.js';
import { registrableDomain } from './registrable-domain.js';

const sites: LoopbackSite[] = [];
beforeAll(async () => {
  for (let n = 0; n < 2; n++) sites.push(await new LoopbackSite().start());
});
afterEach(() => sites.forEach((site) => site.answers.clear()));
afterAll(() => Promise.all(sites.map((site) => site.stop())));

const limits = { timeoutMs: 10_000, maxBytes: 1000, maxRedirects: 5 };

/** Makes a path answer after a while, and tells how many requests the site ever had at a time. */
function slow(site: LoopbackSite, paths: string[]): () => number {
  let now = 0;
  let most = 0;
  for (const path of paths)
    site.answers.set(path, (_, response) => {
      most = Math.max(most, ++now);
      void sleep(30).then(() => {
        now -= 1;
        response.end(path);
      });
    });
  return () => most;
}

describe('PoliteHttp', () => {
  it('makes one request at a time to a host, also where redirects lead to it', async () => {
    const [a, b] = sites as [LoopbackSite, LoopbackSite];
    const most = slow(b, ['/1', '/2', '/3']);
    for (const n of [1, 2, 3])
      a.answers.set(`/${n}`, (_, response) => response.writeHead(302, { location: b.url(`/${n}`) }).end());
    const http = new PoliteHttp(new OpenHttp(), new AbortController().signal);
    const urls = [1, 2, 3].flatMap((n) => [a.url(`/${n}`), b.url(`/${n}`)]);
    const answers = await Promise.all(urls.map((url) => http.request({ url, ...limits })));
    expect(answers.map(({ body }) => String(body))).toEqual(['/1', '/1', '/2', '/2', '/3', '/3']);
    expect(answers[0]?.redirects).toEqual([{ status: 302, from: a.url('/1'), to: b.url('/1') }]);
    expect(most()).toBe(1);
  });

  it('breaks off when it is told to stop, as nobody’s failure', async () => {
    const [a] = sites as [LoopbackSite];
    a.answers.set('/never', () => stopping.abort(new DOMException('Enough.', 'AbortError')));
    const stopping = new AbortController();
    const http = new PoliteHttp(new OpenHttp(), stopping.signal);
    await expect(http.request({ url: a.url('/never'), ...limits })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

it.each([
  ['https://a.b.example.co.uk/x', 'example.co.uk'],
  ['https://news.example.net.cn/x', 'example.net.cn'],
  ['https://who.github.io/x', 'who.github.io'],
  ['https://example.org:8443/x', 'example.org'],
  ['http://[::1]:81/x', '[::1]:81'],
])('names the domain of %s by the public suffix list', (url, domain) => {
  expect(registrableDomain(url)).toBe(domain);
});
