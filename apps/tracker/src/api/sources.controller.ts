import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { type SourceCommand } from '#domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { SourcePreview } from './source-preview.js';
import { SourceReader } from './source-reader.js';
import { SourceService } from './source-service.js';
import { sourceBody, sourceChange } from './sources.schema.js';
import { Polls } from './polls.js';
import { pageOfWhole, wholeListQuery } from './whole-list.js';
import { Writer } from './writer.js';
import { poll, pollPage, source, sourcePage, sourcePreview } from './answers/source.schema.js';

/** What is followed, and how it is doing. */
@Controller('v1/sources')
export class SourcesController {
  constructor(
    private readonly sources: SourceReader,
    private readonly service: SourceService,
    private readonly polls: Polls,
    private readonly previews: SourcePreview,
    private readonly writer: Writer,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Every source with its health and next poll.',
    access: 'read',
    query: wholeListQuery,
    response: sourcePage,
  })
  async list(@Query(new ZodPipe(wholeListQuery)) query: z.infer<typeof wholeListQuery>) {
    return pageOfWhole(await this.sources.all(), query);
  }

  @Post()
  @Endpoint({
    summary: 'Follow a feed, a page, or a site whose feed is looked for.',
    access: 'sources:write',
    body: sourceBody,
    response: source,
    status: 201,
  })
  async follow(
    @Body(new ZodPipe(sourceBody)) body: z.infer<typeof sourceBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, settings } = await this.service.settle(body);
    const { events } = await this.writer.write(request, reply, [
      'source',
      id,
      { type: 'FollowSource', data: settings },
    ]);
    if (events.length === 0 && reply.statusCode === 201) void reply.code(200);
    return this.sources.one(id);
  }

  @Post('preview')
  @HttpCode(200)
  @Endpoint({
    summary: 'What following an address would bring, with the announcements it makes; nothing is recorded.',
    access: 'sources:write',
    body: sourceBody,
    response: sourcePreview,
  })
  async preview(@Body(new ZodPipe(sourceBody)) body: z.infer<typeof sourceBody>) {
    return this.previews.of(body);
  }

  @Get(':id')
  @Endpoint({ summary: 'One source.', access: 'read', response: source })
  async one(@Param('id') id: string) {
    return this.sources.one(id);
  }

  @Patch(':id')
  @Endpoint({
    summary: 'Change its settings; pause or resume polling.',
    access: 'sources:write',
    body: sourceChange,
    response: source,
  })
  async change(
    @Param('id') id: string,
    @Body(new ZodPipe(sourceChange)) body: z.infer<typeof sourceChange>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { paused, ...settings } = body;
    await this.service.checkPattern(settings.linkPattern);
    const commands: SourceCommand[] = [
      ...(Object.keys(settings).length > 0
        ? [{ type: 'ChangeSource' as const, data: settings as never }]
        : []),
      ...(paused === true ? [{ type: 'PauseSource' as const, data: { reason: 'paused by a person' } }] : []),
      ...(paused === false
        ? [{ type: 'ResumeSource' as const, data: { reason: 'resumed by a person' } }]
        : []),
    ];
    for (const [index, command] of commands.entries()) {
      const asked = index === 0 ? request : ({ ...request, headers: {} } as Idempotent); // If-Match speaks of the first
      await this.writer.write(asked, reply, ['source', id, command]);
    }
    return this.sources.one(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({ summary: 'Follow it no more; what it said stays.', access: 'sources:write', status: 204 })
  async unfollow(
    @Param('id') id: string,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.writer.write(request, reply, [
      'source',
      id,
      { type: 'UnfollowSource', data: { reason: 'removed by a person' } },
    ]);
    void reply.code(204);
  }

  @Post(':id/poll')
  @HttpCode(200)
  @Endpoint({
    summary: 'Poll it now; answers when its items have been read.',
    access: 'sources:write',
    response: poll,
  })
  async poll(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sources.one(id);
    return this.polls.now(id, reply);
  }

  @Get(':id/polls')
  @Endpoint({
    summary: 'The latest attempts, each with the next poll and its reason.',
    access: 'read',
    response: pollPage,
  })
  async attempts(@Param('id') id: string) {
    await this.sources.one(id);
    const data = await this.polls.of(id);
    return { data, page: { next: null }, total: data.length };
  }
}
