import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { Subscriptions } from '#delivery';
import { EventStore } from '#event-store';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { changeOf, inputOf, pointOf, refuseBeyond } from './webhook-input.js';
import { webhookBody, webhookChange } from './webhooks.schema.js';
import { WebhookReader } from './webhook-reader.js';
import { pageOfWhole, wholeListQuery } from './whole-list.js';
import { Writer } from './writer.js';
import { newWebhook, webhook, webhookPage } from './answers/webhook.schema.js';

/** Who is sent announcements. */
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly webhooks: WebhookReader,
    private readonly writer: Writer,
    private readonly store: EventStore,
  ) {}

  @Post()
  @Endpoint({
    summary: 'Subscribe; the signing secret is shown this once.',
    access: 'webhooks:write',
    body: webhookBody,
    response: newWebhook,
    status: 201,
  })
  async subscribe(
    @Body(new ZodPipe(webhookBody)) body: z.infer<typeof webhookBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const from = body.from === 'now' ? null : pointOf(body.from, 'from');
    refuseBeyond(from, await this.store.head());
    const { id, secret, command, abandon } = await this.subscriptions.subscribe({ ...inputOf(body), from });
    await this.writer.write(request, reply, ['webhook', id, command]).catch(undoing(abandon));
    return { ...(await this.webhooks.view(id)), secret };
  }

  @Get()
  @Endpoint({
    summary: 'Every webhook with its state.',
    access: 'webhooks:read',
    query: wholeListQuery,
    response: webhookPage,
  })
  async list(@Query(new ZodPipe(wholeListQuery)) query: z.infer<typeof wholeListQuery>) {
    return pageOfWhole(await this.webhooks.all(), query);
  }

  @Get(':id')
  @Endpoint({ summary: 'One webhook with its state.', access: 'webhooks:read', response: webhook })
  async one(@Param('id') id: string) {
    return this.webhooks.view(id);
  }

  @Patch(':id')
  @Endpoint({ summary: 'Change it.', access: 'webhooks:write', body: webhookChange, response: webhook })
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
    await this.writer.write(request, reply, ['webhook', id, command]).catch(undoing(abandon));
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
    await this.writer.write(request, reply, ['webhook', id, { type: 'RemoveWebhook', data: {} }]);
  }
}

/** Takes back what was prepared for a command that was refused. */
function undoing(abandon: () => Promise<void>) {
  return async (error: unknown): Promise<never> => {
    await abandon();
    throw error;
  };
}
