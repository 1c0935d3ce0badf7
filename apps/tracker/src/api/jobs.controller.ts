import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { day, text } from '../http/fields.schema.js';
import { Endpoint } from '../http/openapi.js';
import { Problem } from '../http/problem.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { Jobs } from './jobs.js';
import { LongWork } from './long-work.js';
import { found } from './reads.js';
import { job } from './answers/operation.schema.js';

const jobBody = z.discriminatedUnion(
  'job',
  [
    z.strictObject({
      job: z.literal('verify'),
      digest: z
        .string()
        .regex(/^\d{1,19}:[0-9a-f]{64}$/, 'write <position>:<64 hex digits>')
        .optional(),
    }),
    z.strictObject({ job: z.literal('rebuild'), view: text(100).optional() }),
    z.strictObject({
      job: z.literal('reextract'),
      since: day.optional(),
      dryRun: z.boolean().default(false),
    }),
    z.strictObject({ job: z.literal('rewrap') }),
  ],
  { error: 'write verify, rebuild, reextract or rewrap; a backup is restored by POST /v1/restore' },
);

/** Long work: verify, rebuild, re-extract, put secrets under a new key. */
@Controller('v1/jobs')
export class JobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly work: LongWork,
  ) {}

  @Post()
  @HttpCode(202)
  @Endpoint({
    summary: 'Start long work; GET /v1/jobs/{id} shows its progress.',
    access: 'admin',
    body: jobBody,
    status: 202,
    response: job,
  })
  start(@Body(new ZodPipe(jobBody)) body: z.infer<typeof jobBody>) {
    const job = this.jobs.start(body.job, this.work.of(body));
    if (job === null) throw new Problem(409, `A ${body.job} is under way already; wait for it.`);
    return job;
  }

  @Get(':id')
  @Endpoint({ summary: 'Progress and result of long work.', access: 'admin', response: job })
  one(@Param('id') id: string) {
    return found(this.jobs.get(id), 'job');
  }
}
