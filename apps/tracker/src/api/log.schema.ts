import { KINDS } from '#domain';
import { z } from 'zod';
import { dayOrInstant, instant, many, position, tz, whole } from '../http/fields.schema.js';

const type = z
  .string()
  .regex(/^[a-z]+\.(\*|[a-z_]+)$/, 'write a type such as announcement.published or source.*');
const filter = { type: many(type).optional(), kind: many(z.enum(KINDS)).optional() };
const cursor = z
  .union([position, instant], { error: 'write a position as it came from this tracker, or an instant' })
  .optional();

export const eventsQuery = z.strictObject({
  ...filter,
  after: cursor,
  limit: whole(1, 500, 50),
  wait: whole(0, 30, 0),
});
export const streamQuery = z.strictObject({
  ...filter,
  after: cursor,
  ticket: z.string().max(200).optional(),
});
export const replayQuery = z.strictObject({
  ...filter,
  from: dayOrInstant.optional(),
  to: dayOrInstant.optional(),
  tz,
  speed: z.coerce.number().min(0).max(100_000).default(0),
});
