import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { GuardedHttp } from '#platform';
import { feed, item, PollingWorld } from './polling-world.fixture.js';

/** The real way out; only 127.0.0.1 may be reached, so that the rest of loopback stands for what is private. */
const http = new GuardedHttp({ allow: ['127.0.0.1/32'] });
const world = PollingWorld.around();
let bomb: Buffer;
beforeAll(() => {
  bomb = gzipSync(Buffer.alloc(100 * 2 ** 20, ' '));
});
afterAll(() => http.close());

async function polled(timeoutMs = 20_000) {
  world.poller = world.newPoller({ http, timeoutMs });
  const { attempt } = await world.pollAndSettle();
  return attempt;
}
const failure = async (timeoutMs?: number) => {
  const { outcome, error } = await polled(timeoutMs);
  expect(outcome).toBe('failed');
  expect(await world.health()).toMatchObject({ health: 'failing', lastError: error });
  return error;
};

describe('validators', () => {
  it.each([
    ['strong', '"abc"'],
    ['weak', 'W/"a b,c"'],
    ['unquoted', 'abc-123'],
    ['with quotes in it', '"a"b""'],
    ['in UTF-8', Buffer.from('"乌镇"').toString('latin1')],
    ['of any bytes', Buffer.from([0x22, 0xe9, 0xff, 0x22]).toString('latin1')],
  ])('that are %s come back byte for byte, and Last-Modified as it was written', async (_, etag) => {
    const headers = { etag, 'last-modified': 'donnerstag, ca. 8 Uhr' };
    world.site.answers.set('/feed.xml', (_request, response) => {
      response.writeHead(200, headers).end(feed(item(1)));
    });
    expect((await polled()).outcome).toBe('changed');
    world.site.serve('/feed.xml', '', {}, 304);
    expect((await polled()).outcome).toBe('unchanged');
    expect(world.site.requests.at(-1)?.headers).toMatchObject({
      'if-none-match': etag,
      'if-modified-since': 'donnerstag, ca. 8 Uhr',
    });
  });
});

describe('a server that', () => {
  it('drips is given up in time', async () => {
    let ended = false;
    world.site.answers.set('/feed.xml', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      const timer = setInterval(() => response.write('<'), 20);
      response.once('close', () => (clearInterval(timer), (ended = true)));
    });
    expect(await failure(500)).toMatch(
      /in full in time\. The server is too slow, or does not end its answer/,
    );
    expect(ended).toBe(true);
  });

  it('never answers is given up in time', async () => {
    world.site.answers.set('/feed.xml', () => undefined);
    expect(await failure(300)).toContain('too slow');
  });

  it('never ends is cut at ten megabytes', async () => {
    let sent = 0;
    world.site.answers.set('/feed.xml', (_, response) => {
      const piece = Buffer.alloc(2 ** 18, 'x');
      const more = () => {
        while (!response.destroyed && (sent += piece.length) && response.write(piece));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    expect(await failure()).toContain('larger than 10 MiB. Look for a smaller feed');
    expect(sent).toBeLessThan(60 * 2 ** 20);
  });

  it('sends a small body that unfolds to 100 MB is cut too', async () => {
    expect(bomb.length).toBeLessThan(2 ** 20);
    world.site.serve('/feed.xml', bomb, { 'content-encoding': 'gzip', 'content-type': 'text/xml' });
    expect(await failure()).toContain('larger than 10 MiB');
  });

  it('announces 100 MB is cut too', async () => {
    world.site.serve('/feed.xml', Buffer.alloc(100 * 2 ** 20));
    expect(await failure()).toContain('larger than 10 MiB');
  });

  it('redirects in a circle is asked six times at most', async () => {
    world.site.answers.set('/feed.xml', (_, response) => response.writeHead(302, { location: '/b' }).end());
    world.site.answers.set('/b', (_, response) => response.writeHead(302, { location: '/feed.xml' }).end());
    expect(await failure()).toContain('It redirects in a circle or to nowhere');
    expect(world.site.requests).toHaveLength(6);
  });

  it.each(['http://127.0.0.2:1/', 'http://169.254.169.254/latest/', 'http://[::1]:1/', 'http://2130706434/'])(
    'redirects to %s leads nowhere',
    async (location) => {
      world.site.answers.set('/feed.xml', (_, response) => response.writeHead(301, { location }).end());
      expect(await failure()).toContain('is not a public one');
    },
  );

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/x', 'http://'])(
    'redirects to %s leads nowhere',
    async (to) => {
      world.site.answers.set('/feed.xml', (_, response) => response.writeHead(302, { location: to }).end());
      expect(await failure()).toMatch(/redirects|address/);
    },
  );

  it('sends a picture, a program or nothing is said to be no feed', async () => {
    for (const [type, body] of [
      ['image/png', randomBytes(5000)],
      ['application/octet-stream', gzipSync(feed(item(1)))],
      ['text/xml', ''],
    ] as const) {
      world.site.serve('/feed.xml', body, { 'content-type': type });
      expect(await failure()).toMatch(/feed/);
    }
  });

  it('calls its feed something else is read all the same', async () => {
    for (const [n, type] of ['text/html', 'text/plain', 'image/png', ''].entries()) {
      world.site.serve('/feed.xml', feed(item(n + 1)), type === '' ? {} : { 'content-type': type });
      expect(await polled()).toMatchObject({ outcome: 'changed', itemsNew: 1 });
    }
  });

  it('says 304 to everything is not taken for one without news', async () => {
    world.site.serve('/feed.xml', '', {}, 304);
    expect(await failure()).toContain('although it was not asked that');
  });
});
