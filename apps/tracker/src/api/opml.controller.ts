import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { sourceList } from '#delivery';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Takes, XML_TYPES } from '../http/media-types.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { OpmlImport } from './opml-import.js';
import { SourceReader } from './source-reader.js';
import { opmlResult } from './answers/source.schema.js';

const opmlBody = z
  .union([z.string().min(1), z.strictObject({ opml: z.string().min(1) })], {
    error: 'send the OPML itself as text/xml, or {"opml": "<xml>"}',
  })
  .transform((body) => (typeof body === 'string' ? body : body.opml));

/** Sources as a list that other feed readers write and read. */
@Controller('v1')
export class OpmlController {
  constructor(
    private readonly sources: SourceReader,
    private readonly opml: OpmlImport,
  ) {}

  @Get('sources.opml')
  @Endpoint({ summary: 'The sources as OPML 2.0.', access: 'read', contentType: 'text/x-opml' })
  async list(@Res() reply: FastifyReply) {
    const opml = sourceList(await this.sources.all(), 'World Internet Conference');
    return reply.type('text/x-opml; charset=utf-8').send(opml);
  }

  @Post('sources.opml')
  @HttpCode(200)
  @Takes('application/json', ...XML_TYPES)
  @Endpoint({
    summary: 'Follow every feed of an OPML file; those that cannot be followed are named with the reason.',
    access: 'sources:write',
    body: opmlBody,
    response: opmlResult,
  })
  async take(
    @Body(new ZodPipe(opmlBody)) opml: string,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.opml.follow(opml, request, reply);
  }
}
