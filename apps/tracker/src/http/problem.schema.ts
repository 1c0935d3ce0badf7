import { z } from 'zod';
import { named } from './named-schema.js';

export const problem = named(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  }),
  'What went wrong (RFC 9457).',
);
