import { Controller, Get, Res } from '@nestjs/common';
import { checkAll, HealthCheck, Metrics } from '#platform';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../http/openapi.js';
import { alive, health } from './answers/operation.schema.js';

/** Every health check of this process; a token for DI. */
export class HealthChecks {
  constructor(readonly all: HealthCheck[]) {}
}

/** Is it alive, is it ready, how does it do. */
@Controller()
export class OperationsController {
  constructor(
    private readonly checks: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Endpoint({ summary: 'The process answers.', access: 'open', response: alive })
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Endpoint({
    summary: 'Store, database, queue and lag, each with detail.',
    access: 'open',
    response: health,
  })
  async ready(@Res() reply: FastifyReply) {
    const health = await checkAll(this.checks.all);
    return reply.code(health.ok ? 200 : 503).send(health);
  }

  @Get('metrics')
  @Endpoint({ summary: 'Figures for Prometheus.', access: 'open', contentType: 'text/plain' })
  async figures(@Res() reply: FastifyReply) {
    return reply.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
