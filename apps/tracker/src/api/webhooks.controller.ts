import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { Deliveries, replayPoint, Subscriptions } from '#delivery';
import { WIC_TZ, type ReplayPoint } from '#domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { Problem } from '../http/problem.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { changeOf, inputOf } from './webhook.input.js';
import {
  attemptsQuery,
  enableBody,
  replayBody,
  rotateBody,
  webhookBody,
  webhookChange,
} from './webhooks.schema.js';
import { WebhookReader } from './webhook.reader.js';
import { Writer } from './writer.js';

/** Who is sent announcements: subscribe, change, test, rotate, replay. */
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly deliveries: Deliveries,
    private readonly webhooks: WebhookReader,
    private readonly writer: Writer,
  ) {}

  @Post()
  @Endpoint({
    summary: 'Subscribe; the signing secret is shown this once.',
    access: 'webhooks:write',
    body: webhookBody,
    status: 201,
  })
  async subscribe(
    @Body(new ZodPipe(webhookBody)) body: z.infer<typeof webhookBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const from = body.from === 'now' ? null : pointOf(body.from, 'from');
    const { id, secret, command, abandon } = await this.subscriptions.subscribe({ ...inputOf(body), from });
    const { position } = await this.writer
      .act(request, 'webhook', id, command)
      .catch(async (error: unknown) => {
        await abandon();
        throw error;
      });
    await this.writer.settle(reply, position);
    return { ...(await this.webhooks.view(id)), secret };
  }

  @Get()
  @Endpoint({ summary: 'Every webhook with its state.', access: 'webhooks:read' })
  async list() {
    const data = await this.webhooks.all();
    return { data, page: { next: null }, total: data.length };
  }

  @Get(':id')
  @Endpoint({ summary: 'One webhook with its state.', access: 'webhooks:read' })
  async one(@Param('id') id: string) {
    return this.webhooks.view(id);
  }

  @Patch(':id')
  @Endpoint({ summary: 'Change it.', access: 'webhooks:write', body: webhookChange })
  async change(
    @Param('id') id: string,
    @Body(new ZodPipe(webhookChange)) body: z.infer<typeof webhookChange>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { command, abandon } = await this.subscriptions.change(
      id,
      await this.webhooks.settings(id),
      changeOf(body),
    );
    const { position } = await this.writer
      .act(request, 'webhook', id, command)
      .catch(async (error: unknown) => {
        await abandon();
        throw error;
      });
    await this.writer.settle(reply, position);
    return this.webhooks.view(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({ summary: 'Delete it and shred its secrets.', access: 'webhooks:write', status: 204 })
  async remove(
    @Param('id') id: string,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.webhooks.settings(id);
    const { position } = await this.writer.act(request, 'webhook', id, { type: 'RemoveWebhook', data: {} });
    void reply.header('wic-position', position ?? '');
  }

  @Post(':id/test')
  @HttpCode(200)
  @Endpoint({ summary: 'Send one signed webhook.ping now.', access: 'webhooks:write' })
  async test(@Param('id') id: string) {
    return this.deliveries.test(id, await this.webhooks.settings(id));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Endpoint({
    summary: 'A new signing secret; the old one signs on for the overlap.',
    access: 'webhooks:write',
    body: rotateBody,
  })
  async rotate(
    @Param('id') id: string,
    @Body(new ZodPipe(rotateBody)) body: z.infer<typeof rotateBody>,
    @Req() request: Idempotent,
  ) {
    const { secret, command, apply } = await this.subscriptions.rotate(
      await this.webhooks.settings(id),
      body.overlapHours,
    );
    await this.writer.act(request, 'webhook', id, command);
    await apply();
    return { id, secret };
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Endpoint({
    summary: 'Take deliveries up again, with what was missed or from now on.',
    access: 'webhooks:write',
    body: enableBody,
  })
  async enable(
    @Param('id') id: string,
    @Body(new ZodPipe(enableBody)) body: z.infer<typeof enableBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.webhooks.settings(id);
    const { position } = await this.writer.act(request, 'webhook', id, { type: 'EnableWebhook', data: body });
    await this.writer.settle(reply, position);
    return this.webhooks.view(id);
  }

  @Post(':id/replays')
  @Endpoint({
    summary: 'Send past announcements again: from a position in log order, from a date in announced order.',
    access: 'webhooks:write',
    body: replayBody,
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
    const { position } = await this.writer.act(request, 'webhook', id, command);
    void reply.header('wic-position', position ?? '');
    return command.data;
  }

  @Get(':id/attempts')
  @Endpoint({
    summary: 'What was tried, newest first, with the captured answers.',
    access: 'webhooks:read',
    query: attemptsQuery,
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
  @Endpoint({ summary: 'Send the event of an attempt once more.', access: 'webhooks:write', status: 202 })
  async retry(@Param('id') id: string, @Param('attemptId') attemptId: string) {
    await this.webhooks.settings(id);
    await this.deliveries.retry(id, attemptId);
    return { attemptId, state: 'pending' };
  }
}

function pointOf(text: string, edge: 'from' | 'to'): ReplayPoint {
  const point = replayPoint(text, edge, WIC_TZ);
  if (point === null)
    throw new Problem(400, `"${edge}" is a date or a position.`, {
      errors: [{ pointer: `/${edge}`, detail: 'is neither a date nor a position' }],
    });
  return point;
}
