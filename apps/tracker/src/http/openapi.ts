import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, type Access } from './access.js';
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
    [contentType ?? 'application/json']: { schema: response ? schemaOf(response, 'output') : {} },
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
    ...(body ? [ApiBody({ schema: schemaOf(body, 'input') })] : []),
    ApiResponse({ status, description: 'As asked.', content }),
    ApiResponse({
      status: 'default',
      description: 'What went wrong (RFC 9457).',
      content: { 'application/problem+json': {} },
    }),
    ...(isOpen(access) ? [] : [ApiSecurity('bearer')]),
  );
}

function queryParameter(name: string, schema: z.ZodType) {
  return ApiQuery({ name, required: false, schema: schemaOf(schema, 'input') });
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, never> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest as unknown as Record<string, never>;
}

function isOpen(access: Access): boolean {
  return ['open', 'read', 'stream', 'loopback'].includes(access);
}
