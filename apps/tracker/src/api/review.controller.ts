import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetReviewQueue, type OpenProposal } from '#projections';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { paging } from '../http/fields.schema.js';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { reviewBody } from './announcements.schema.js';
import { correctionOf } from './mending.js';
import { found, pageOf } from './reads.js';
import { Writer } from './writer.js';
import { decision, reviewPage } from './answers/review.schema.js';

const reviewQuery = z.strictObject({
  ...paging,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'is no cursor of this list; leave it out to begin anew')
    .optional(),
});

/** Readings that await a person: too uncertain, or contradicting a correction. */
@Controller('v1/review')
export class ReviewController {
  constructor(
    private readonly queries: QueryBus,
    private readonly writer: Writer,
  ) {}

  @Get()
  @Endpoint({
    summary: 'What awaits a decision, oldest first.',
    access: 'read',
    query: reviewQuery,
    response: reviewPage,
  })
  async list(@Query(new ZodPipe(reviewQuery)) { cursor, limit }: z.infer<typeof reviewQuery>) {
    const { data, ...page } = await this.queries.execute(
      new GetReviewQueue({ after: cursor ?? null, limit }),
    );
    return pageOf({ data: data.map(viewOf), ...page });
  }

  @Post(':id')
  @HttpCode(200)
  @Endpoint({
    summary: 'Accept (mending fields where wanted) or reject.',
    access: 'announcements:write',
    body: reviewBody,
    response: decision,
  })
  async decide(
    @Param('id') id: string,
    @Body(new ZodPipe(reviewBody)) body: z.infer<typeof reviewBody>,
    @Req() request: Idempotent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { data } = await this.queries.execute(new GetReviewQueue({ proposalId: id, limit: 1 }));
    const { announcementId } = found(data[0], 'open proposal');
    const reason = body.reason ?? `${body.decision}ed in review`;
    const fields = body.fields === undefined ? {} : correctionOf(body.fields);
    const command =
      body.decision === 'accept'
        ? { type: 'AcceptProposal' as const, data: { proposalId: id, fields, reason } }
        : { type: 'RejectProposal' as const, data: { proposalId: id, reason } };
    await this.writer.write(request, reply, ['announcement', announcementId, command]);
    return { id, announcementId, decision: body.decision };
  }
}

function whyOf({ contradicts, withdrawal }: OpenProposal['proposal']): string {
  if (withdrawal !== undefined) return 'stated no more';
  return contradicts.length > 0 ? 'contradicts a correction' : 'low confidence';
}

function viewOf({ proposalId, announcementId, position, proposedAt, proposal }: OpenProposal) {
  const { reading, coverage, match, contradicts, withdrawal = null } = proposal;
  const { activity, announcedAtRaw: _raw, ...told } = reading;
  return {
    ...{ id: proposalId, announcementId, position, proposedAt },
    why: whyOf(proposal),
    ...{ contradicts, match, withdrawal },
    ...told,
    activity: activity && { id: activity.id, title: activity.title },
    coverage: [coverage],
  };
}
