import type { RequestListener } from 'node:http';
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** What the encoded paths hold. */
export const TEXT = '世界互联网大会 '.repeat(20);
const codings: Record<string, [string, Buffer]> = {
  '/gzip': ['gzip', gzipSync(TEXT)],
  '/br': ['br', brotliCompressSync(TEXT)],
  '/deflate': ['deflate', deflateSync(TEXT)],
  '/raw': ['deflate', deflateRawSync(TEXT)],
  '/twice': ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
  '/odd': ['compress', Buffer.from('x')],
  '/broken': ['gzip', Buffer.from('no gzip at all')],
};
const special: Record<string, RequestListener> = {
  '/bomb': (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const zeros = Buffer.alloc(1 << 20);
    const gzip = createGzip();
    gzip.pipe(response);
    const more = () => void (response.destroyed ? gzip.destroy() : gzip.write(zeros, more));
    more();
  },
  '/endless-empty': (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const empty = Buffer.concat(Array.from({ length: 500 }, () => gzipSync('')));
    const more = () => void (response.destroyed || response.write(empty, more));
    more();
  },
  '/drip': (_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 30);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/headers': (_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(60_000) }).end(),
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half');
    setTimeout(() => response.destroy(), 20);
  },
  '/repeated': (_request, response) =>
    response
      .writeHead(
        200,
        [
          ['Link', '<a>'],
          ['Link', '<b>'],
        ].flat(),
      )
      .end(),
  '/loop': (_request, response) => response.writeHead(301, { location: '/loop' }).end(),
  '/not-modified': (_request, response) =>
    response.writeHead(304, { etag: '"1"', 'content-encoding': 'gzip' }).end(),
};

/** Answers every path in its own odd way; `/to-<status>` redirects to `elsewhere`, other paths echo. */
export const oddAnswers =
  (elsewhere: () => string): RequestListener =>
  (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const coded = codings[path];
    if (coded) return void response.writeHead(200, { 'content-encoding': coded[0] }).end(coded[1]);
    const own = special[path];
    if (own) return own(request, response);
    const [, status] = /^\/to-(\d+)$/.exec(path) ?? [];
    if (status)
      return void response.writeHead(Number(status), { location: `${elsewhere()}/landed` }).end('moved');
    if (path === '/here') return void response.writeHead(302, { location: '/landed' }).end();
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () =>
      response.end(JSON.stringify({ method: request.method, body, headers: request.headers })),
    );
  };
