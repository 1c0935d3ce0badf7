import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Gives JSON answers to GET a weak ETag, and 304 to who has them already. */
export function addEtags(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const etag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    void reply.header('etag', etag);
    if (!matches(request.headers['if-none-match'], etag)) return payload;
    void reply.code(304).removeHeader('content-length');
    return null;
  });
}

/** Weak comparison over the list that If-None-Match may be. */
function matches(header: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return (
    header !== undefined &&
    header.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag))
  );
}
