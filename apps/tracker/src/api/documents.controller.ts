import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { Problem } from '../http/problem.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { DocumentService } from './document-service.js';
import { documentBody } from './documents.schema.js';
import { Writer } from './writer.js';
import { documentResult, extraction } from './answers/document.schema.js';

type DocumentBody = z.infer<typeof documentBody>;

/** Documents given by hand: recorded and read, or a dry run. */
@Controller('v1')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentService,
    private readonly writer: Writer,
  ) {}

  @Post('documents')
  @Endpoint({
    summary: 'Import a document; it is read like any other item.',
    access: 'announcements:write',
    body: documentBody,
    response: documentResult,
    status: 201,
  })
  async import(
    @Body(new ZodPipe(documentBody)) body: DocumentBody,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { itemId, relevant, text, known, outcomes, failure, position } = await this.documents.import(
      body,
      request,
    );
    if (failure !== null)
      throw new Problem(422, `The document was recorded but could not be read: ${failure}`);
    if (known || !relevant) void reply.code(200);
    const announcements = (outcomes ?? []).map(({ id, kind, confidence, outcome }) => ({
      id,
      kind,
      confidence,
      outcome,
    }));
    if (outcomes === null) void reply.code(202);
    else await this.writer.settleReading(reply, position);
    return { itemId, relevant, text, ...(known ? { outcome: 'known' } : {}), announcements };
  }

  @Post('extractions')
  @HttpCode(200)
  @Endpoint({
    summary: 'What would be read from a document; nothing is recorded.',
    access: 'loopback',
    body: documentBody,
    response: extraction,
  })
  async extract(@Body(new ZodPipe(documentBody)) body: DocumentBody) {
    const { relevant, relevance, lang, text, statements } = await this.documents.extract(body);
    const announcements = statements.map(({ reading, rules }) => {
      const { activity, announcedAtRaw: _raw, summary: _summary, ...told } = reading;
      return { ...told, activity: activity && { id: activity.id, title: activity.title }, rules };
    });
    return { relevant, lang, text, announcements, relevance };
  }
}
