import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { WIC_TZ } from '#domain';
import { GetAnnouncement, instantOf } from '#projections';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import {
  announcementBody,
  correctionBody,
  mergeBody,
  splitBody,
  withdrawalBody,
} from './announcements.schema.js';
import { correctionOf, Mending } from './mending.js';
import { found } from './reads.js';
import { Writer } from './writer.js';
import { announcement, splitOff, stated } from './answers/announcement.schema.js';

const NOW = { asOf: null, knownAt: null };

/** What people state and set right. Everything stays in the history. */
@Controller('v1/announcements')
export class MendingController {
  constructor(
    private readonly writer: Writer,
    private readonly mending: Mending,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Endpoint({
    summary: 'State an announcement by hand.',
    access: 'announcements:write',
    body: announcementBody,
    response: stated,
    status: 201,
  })
  async state(
    @Body(new ZodPipe(announcementBody)) body: z.infer<typeof announcementBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, position } = await this.mending.state(body, request);
    return (await this.writer.settle(reply, position)) ? this.view(id) : { id, position };
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @Endpoint({
    summary: 'Correct fields; holds at every asOf unless effective is given.',
    access: 'announcements:write',
    body: correctionBody,
    response: announcement,
  })
  async correct(
    @Param('id') id: string,
    @Body(new ZodPipe(correctionBody)) body: z.infer<typeof correctionBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { fields: correctionOf(body.fields), reason: body.reason, effective: effectiveOf(body) };
    await this.writer.write(request, reply, ['announcement', id, { type: 'CorrectAnnouncement', data }]);
    return this.view(id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Endpoint({
    summary: 'Withdraw it: by its announcer from a day on (effective), or as our mistake.',
    access: 'announcements:write',
    body: withdrawalBody,
    response: announcement,
  })
  async withdraw(
    @Param('id') id: string,
    @Body(new ZodPipe(withdrawalBody)) body: z.infer<typeof withdrawalBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { reason: body.reason, effective: effectiveOf(body) };
    await this.writer.write(request, reply, ['announcement', id, { type: 'WithdrawAnnouncement', data }]);
    return this.view(id);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Endpoint({
    summary: 'It is the same as another, which survives.',
    access: 'announcements:write',
    body: mergeBody,
    response: announcement,
  })
  async merge(
    @Param('id') id: string,
    @Body(new ZodPipe(mergeBody)) { into, reason }: z.infer<typeof mergeBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { id, into, survivors: await this.mending.survivors(into), reason };
    await this.writer.write(request, reply, ['announcement', id, { type: 'MergeAnnouncement', data }]);
    return this.view(id);
  }

  @Post(':id/split')
  @HttpCode(200)
  @Endpoint({
    summary: 'Some of its items report another announcement.',
    access: 'announcements:write',
    body: splitBody,
    response: splitOff,
  })
  async split(
    @Param('id') id: string,
    @Body(new ZodPipe(splitBody)) { itemIds, reason }: z.infer<typeof splitBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { to, position } = await this.mending.split(id, itemIds, reason, request);
    const isSeen = await this.writer.settle(reply, position);
    return { announcement: await this.view(id), split: isSeen ? await this.view(to) : { id: to } };
  }

  private async view(id: string) {
    return found(await this.queries.execute(new GetAnnouncement(id, NOW)), 'announcement');
  }
}

function effectiveOf({ effective }: { effective?: string | undefined }): string | null {
  return effective === undefined ? null : instantOf(effective, WIC_TZ, 'start', '/effective');
}
