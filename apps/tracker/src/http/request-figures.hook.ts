import type { Metrics } from '#platform';
import type { FastifyInstance } from 'fastify';

/** Times every request by route and status. */
export function timeRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram({
    name: 'wic_http_request_seconds',
    help: 'Time to answer',
    labels: ['method', 'route', 'status'],
  });
  fastify.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
}
