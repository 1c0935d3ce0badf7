import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Lookup } from './guarded-connector.js';
import { GuardedHttp } from './guarded-http.adapter.js';
import { loopbackSite, type LoopbackSite } from './loopback-site.fixture.js';
import type { OutboundError } from './outbound-http.port.js';

let site: LoopbackSite;
let other: LoopbackSite;
const clients: GuardedHttp[] = [];
const LIMITS = { timeoutMs: 3000, maxBytes: 1000, maxRedirects: 3 };

beforeAll(async () => {
  site = await loopbackSite((request, response) => {
    const to = new URL(request.url ?? '', 'http://x').searchParams.get('to');
    if (to) response.writeHead(302, { location: to }).end();
    else response.end('hello');
  });
  other = await loopbackSite((_request, response) => response.end('inner'), '127.0.0.2');
});
afterEach(() => Promise.all(clients.splice(0).map((each) => each.close())));
afterAll(() => Promise.all([site.close(), other.close()]));

function client(options: ConstructorParameters<typeof GuardedHttp>[0] = {}): GuardedHttp {
  const made = new GuardedHttp(options);
  clients.push(made);
  return made;
}

/** Answers the given addresses in turn, then the last one again and again. */
function answers(...turns: string[][]): Lookup {
  let turn = 0;
  return (_hostname, _options, done) => {
    const addresses = turns[Math.min(turn++, turns.length - 1)] ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: OutboundError) => error,
  );

describe('GuardedHttp refuses to leave for', () => {
  const literals = (port: number) => [
    `http://127.0.0.1:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://①②⑦.0.0.1:${port}/`,
    `http://127.1:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://[64:ff9b::7f00:1]:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://100.100.100.200/',
  ];

  it('literals of every spelling, by request and by check', async () => {
    const http = client();
    for (const url of literals(site.port)) {
      expect([url, (await failure(http.request({ url, ...LIMITS })))?.code]).toEqual([url, 'blocked']);
      expect([url, (await failure(http.check(url)))?.code]).toEqual([url, 'blocked']);
    }
    expect(site.requests).toEqual([]);
  });

  it.each([
    ['a private answer', [['127.0.0.1']]],
    ['a mixed answer, public first', [['93.184.216.34', '127.0.0.1']]],
    ['an IPv4-mapped answer', [['::ffff:127.0.0.1']]],
    ['a NAT64 answer', [['64:ff9b::7f00:1']]],
    ['the metadata service', [['169.254.169.254']]],
    ['an empty answer', [[]]],
  ])('a name with %s', async (_name, turns) => {
    const http = client({ lookup: answers(...turns) });
    const url = `http://news.example:${site.port}/`;
    const error = await failure(http.request({ url, ...LIMITS }));
    expect(error?.code).toBe('blocked');
    for (const address of turns.flat()) expect(error?.message).not.toContain(address);
    expect((await failure(http.check(url)))?.code).toBe('blocked');
  });

  it('a name that is public when checked and private when connected (rebinding)', async () => {
    const http = client({ lookup: answers(['93.184.216.34'], ['127.0.0.1']) });
    const url = `http://rebind.example:${site.port}/`;
    await http.check(url);
    expect((await failure(http.request({ url, ...LIMITS })))?.code).toBe('blocked');
    expect(site.requests).toEqual([]);
  });

  it('a redirect inwards: literal, name, other scheme, credentials', async () => {
    const lookup: Lookup = (hostname, _options, done) =>
      done(null, [{ address: hostname === 'public.example' ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    const http = client({ allow: ['127.0.0.1/32'], lookup });
    const via = (to: string) =>
      failure(
        http.request({ url: `http://public.example:${site.port}/?to=${encodeURIComponent(to)}`, ...LIMITS }),
      );
    expect((await via(other.url))?.code).toBe('blocked');
    expect((await via(`http://inner.example:${other.port}/`))?.code).toBe('blocked');
    expect((await via('file:///etc/passwd'))?.code).toBe('invalid_url');
    expect((await via('http://u:p@93.184.216.34/'))?.code).toBe('invalid_url');
    expect((await via('http://['))?.code).toBe('redirects');
    expect(other.requests).toEqual([]);
  });

  it('what is no web address, saying what to do about credentials', async () => {
    const http = client();
    for (const url of ['ftp://example.org/', 'data:text/plain,x', 'nonsense', '//example.org'])
      expect((await failure(http.request({ url, ...LIMITS })))?.code).toBe('invalid_url');
    const error = await failure(http.check('https://u:secret@example.org/'));
    expect(error?.message).toMatch(/header/);
    expect(error?.message).not.toContain('secret');
  });
});

describe('GuardedHttp with OUTBOUND_ALLOW', () => {
  it('reaches the range it names, by literal and by name, and no neighbour', async () => {
    const http = client({ allow: ['127.0.0.1/32'], lookup: answers(['127.0.0.1']) });
    expect((await http.request({ url: site.url, ...LIMITS })).body.toString()).toBe('hello');
    const byName = await http.request({ url: `http://news.example:${site.port}/`, ...LIMITS });
    expect(byName.body.toString()).toBe('hello');
    await http.check(`http://news.example:${site.port}/`);
    expect((await failure(http.request({ url: other.url, ...LIMITS })))?.code).toBe('blocked');
  });
});
