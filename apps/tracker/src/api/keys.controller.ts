import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiKeys, SCOPES } from '#platform';
import { z } from 'zod';
import { instant, text } from '../http/fields.schema.js';
import { Endpoint } from '../http/openapi.js';
import { Problem } from '../http/problem.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { pageOfWhole, wholeListQuery } from './whole-list.js';
import { keyPage, newKey } from './answers/operation.schema.js';

const keyBody = z.strictObject({
  name: text(100),
  scopes: z.array(z.enum(SCOPES)).min(1, 'name at least one scope'),
  expiresAt: instant.optional(),
});

/** API keys, for whoever holds an admin one. */
@Controller('v1/keys')
export class KeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Post()
  @Endpoint({
    summary: 'Make a key; it is shown this once.',
    access: 'admin',
    body: keyBody,
    status: 201,
    response: newKey,
  })
  async create(@Body(new ZodPipe(keyBody)) body: z.infer<typeof keyBody>) {
    if (body.expiresAt !== undefined && body.expiresAt <= new Date().toISOString()) {
      throw new Problem(422, 'expiresAt lies in the past.', {
        errors: [{ pointer: '/expiresAt', detail: 'lies in the past' }],
      });
    }
    return this.keys.create(body);
  }

  @Get()
  @Endpoint({
    summary: 'Every key, without its secret.',
    access: 'admin',
    query: wholeListQuery,
    response: keyPage,
  })
  async list(@Query(new ZodPipe(wholeListQuery)) query: z.infer<typeof wholeListQuery>) {
    return pageOfWhole(await this.keys.list(), query);
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({ summary: 'Revoke a key.', access: 'admin', status: 204 })
  async revoke(@Param('id') id: string): Promise<void> {
    if (!(await this.keys.revoke(id)))
      throw new Problem(404, 'There is no such key, or it was revoked already.');
  }
}
