import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** What the HTTP server refuses before any route is found, an undecodable address for one, told like other problems. */
export function frameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const isAddress = error.code === 'FST_ERR_BAD_URL';
  const detail = isAddress
    ? 'The address cannot be decoded: write "%" as %25, and UTF-8 bytes as %xx.'
    : error.message;
  const problem = new Problem(error.statusCode ?? 400, detail);
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problem.toJSON(request.url)));
}
