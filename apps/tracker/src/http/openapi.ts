import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, type Access } from './access.js';
import { jsonSchemaOf } from './named-schema.js';
import { problem } from './problem.schema.js';
import { TAKES_QUERY } from './request-form.guard.js';

export interface EndpointDoc {
  summary: string;
  access: Access;
  query?: z.ZodObject;
  body?: z.ZodType;
  response?: z.ZodType;
  status?: number;
  contentType?: string;
}

/** Describes a route for the OpenAPI document from the same schemas that validate it, and says who may call it. */
export function Endpoint({ summary, access, query, body, response, status = 200, contentType }: EndpointDoc) {
  const content = {
    [contentType ?? 'application/json']: { schema: response ? jsonSchemaOf(response, 'output') : {} },
  };
  return applyDecorators(
    Allow(access),
    SetMetadata(TAKES_QUERY, query !== undefined),
    ApiOperation({
      summary,
      ...(isOpen(access) ? {} : { description: `Needs the scope ${access}.` }),
    }),
    ...(query
      ? Object.entries(query.shape).map(([name, schema]) => queryParameter(name, schema as z.ZodType))
      : []),
    ...(body ? [ApiBody({ schema: jsonSchemaOf(body, 'input') })] : []),
    ApiResponse({ status, description: 'As asked.', ...([204, 302].includes(status) ? {} : { content }) }),
    ApiResponse({
      status: 'default',
      description: 'What went wrong (RFC 9457).',
      content: { 'application/problem+json': { schema: jsonSchemaOf(problem, 'output') } },
    }),
    ...(isOpen(access) ? [] : [ApiSecurity('bearer')]),
  );
}

function queryParameter(name: string, schema: z.ZodType) {
  return ApiQuery({
    name,
    required: !schema.safeParse(undefined).success,
    schema: jsonSchemaOf(schema, 'input'),
  });
}

function isOpen(access: Access): boolean {
  return ['open', 'read', 'stream', 'loopback'].includes(access);
}
