import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Deliveries, Subscriptions } from '#delivery';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { pointOf } from './webhook-input.js';
import { WebhookReader } from './webhook-reader.js';
import { attemptsQuery, enableBody, replayBody, rotateBody } from './webhooks.schema.js';
import { Writer } from './writer.js';
import {
  attemptList,
  newSecret,
  replayRequested,
  retried,
  testResult,
  webhook,
} from './answers/webhook.schema.js';

/** What a webhook's owner can do about its deliveries: test, rotate, enable, replay, look, retry. */
@Controller('v1/webhooks')
export class WebhookDeliveriesController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly deliveries: Deliveries,
    private readonly webhooks: WebhookReader,
    private readonly writer: Writer,
  ) {}

  @Post(':id/test')
  @HttpCode(200)
  @Endpoint({ summary: 'Send one signed webhook.ping now.', access: 'webhooks:write', response: testResult })
  async test(@Param('id') id: string) {
    return this.deliveries.test(id, await this.webhooks.settings(id));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Endpoint({
    summary: 'A new signing secret; the old one signs on for the overlap.',
    access: 'webhooks:write',
    body: rotateBody,
    response: newSecret,
  })
  async rotate(
    @Param('id') id: string,
    @Body(new ZodPipe(rotateBody)) body: z.infer<typeof rotateBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { secret, command, apply } = await this.subscriptions.rotate(
      await this.webhooks.settings(id),
      body.overlapHours,
    );
    const { position } = await this.writer.act(request, 'webhook', id, command);
    await apply();
    await this.writer.settle(reply, position);
    return { id, secret };
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Endpoint({
    summary: 'Take deliveries up again, with what was missed or from now on.',
    access: 'webhooks:write',
    body: enableBody,
    response: webhook,
  })
  async enable(
    @Param('id') id: string,
    @Body(new ZodPipe(enableBody)) body: z.infer<typeof enableBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.webhooks.settings(id);
    await this.writer.write(request, reply, ['webhook', id, { type: 'EnableWebhook', data: body }]);
    return this.webhooks.view(id);
  }

  @Post(':id/replays')
  @Endpoint({
    summary: 'Send past announcements again: from a position in log order, from a date in announced order.',
    access: 'webhooks:write',
    body: replayBody,
    response: replayRequested,
    status: 201,
  })
  async replay(
    @Param('id') id: string,
    @Body(new ZodPipe(replayBody)) body: z.infer<typeof replayBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.webhooks.settings(id);
    const to = body.to === undefined ? null : pointOf(body.to, 'to');
    const command = await this.deliveries.requestReplay({
      from: pointOf(body.from, 'from'),
      to,
      mode: body.mode,
    });
    await this.writer.write(request, reply, ['webhook', id, command]);
    return command.data;
  }

  @Get(':id/attempts')
  @Endpoint({
    summary: 'What was tried, newest first, with the captured answers.',
    access: 'webhooks:read',
    query: attemptsQuery,
    response: attemptList,
  })
  async attempts(
    @Param('id') id: string,
    @Query(new ZodPipe(attemptsQuery)) { status, cursor, limit }: z.infer<typeof attemptsQuery>,
  ) {
    await this.webhooks.settings(id);
    const { attempts, next } = await this.deliveries.attempts(id, {
      outcome: status ?? null,
      cursor: cursor ?? null,
      limit,
    });
    return { data: attempts, page: { next } };
  }

  @Post(':id/attempts/:attemptId/retry')
  @HttpCode(202)
  @Endpoint({
    summary: 'Send the event of an attempt once more.',
    access: 'webhooks:write',
    status: 202,
    response: retried,
  })
  async retry(@Param('id') id: string, @Param('attemptId') attemptId: string) {
    await this.webhooks.settings(id);
    await this.deliveries.retry(id, attemptId);
    return { attemptId, state: 'pending' };
  }
}
