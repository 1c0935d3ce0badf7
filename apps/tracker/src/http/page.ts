import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Addresses of the page; the same as in `apps/web/src/address/views.ts`. What is below them is an id. */
const PLACES = ['announcements', 'activities', 'calendar', 'follow', 'sources', 'review', 'status'];

/** Only what the tracker itself serves may run, load or be asked: no inline script or style, no third party. */
const POLICY = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'connect-src', 'manifest-src'].map((name) => `${name} 'self'`),
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

const A_YEAR = 31_536_000_000;

/** Serves the page at `/` and at the address of each of its views; without a built page, `/` leads to the API's. */
export async function servePage(fastify: FastifyInstance): Promise<void> {
  const folder = builtPage();
  if (folder === null) {
    fastify.get('/', (_request, reply) => reply.redirect('/docs'));
    return;
  }
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const answer = async (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(html);
  for (const path of ['/', ...PLACES.flatMap((place) => [`/${place}`, `/${place}/*`])])
    fastify.get(path, answer);
  const files = { decorateReply: false, index: false as const };
  await fastify.register(fastifyStatic, {
    ...files,
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: A_YEAR,
  });
  fastify.get('/mark.svg', async (_request, reply) =>
    reply.type('image/svg+xml').send(readFileSync(join(folder, 'mark.svg'), 'utf8')),
  );
}

/** Where `npm run build` has put the page; null when it was not built. */
function builtPage(): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const page = join(folder, 'dist/apps/web');
    try {
      readFileSync(join(page, 'index.html'));
      return page;
    } catch {
      continue; // not this folder
    }
  }
  return null;
}
