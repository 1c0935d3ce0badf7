import { KINDS, LANGS, REPLAY_MODES, WEBHOOK_FORMATS } from '#domain';
import { z } from 'zod';
import { eventType } from '../http/event-type.schema.js';
import { cleanString, paging, positionOrDay, webAddress } from '../http/fields.schema.js';

const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/, 'is not a header name');

/** Visible characters, spaces and tabs (RFC 9110): nothing that could begin another header. */
const headerValue = z
  .string()
  .max(2000)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'has characters a header cannot hold');

const settings = {
  kinds: z.array(z.enum(KINDS)).max(50),
  types: z.array(eventType).max(50),
  q: cleanString(200),
  organisation: cleanString(200),
  place: cleanString(200),
  activity: cleanString(200),
  lang: z.union([z.enum(LANGS), z.literal('')]),
  backfill: z.boolean(),
  format: z.enum(WEBHOOK_FORMATS),
  chatSecret: cleanString(500),
  headers: z
    .record(headerName, headerValue)
    .refine((all) => Object.keys(all).length <= 20, 'at most 20 headers'),
  maxInFlight: z.number().int().min(1).max(10),
  ratePerSecond: z.number().positive().max(1000).nullable(),
  description: cleanString(500),
};
const url = webAddress;

/** `now`, a date (announced on or after it) or a position (log order). */
const startingPoint = z.union([z.literal('now'), positionOrDay], {
  error: 'write now, a date as YYYY-MM-DD, or a position as it came from this tracker',
});

export const webhookBody = z.strictObject({
  url,
  ...z.strictObject(settings).partial().shape,
  from: startingPoint.default('now'),
});
export const webhookChange = z.strictObject({ url, ...settings }).partial();
export const rotateBody = z.strictObject({
  overlapHours: z
    .number()
    .min(0)
    .max(24 * 30)
    .default(24),
});
export const enableBody = z.strictObject({ resume: z.enum(['backlog', 'now']) });
export const replayBody = z.strictObject({
  from: positionOrDay,
  to: positionOrDay.optional(),
  mode: z.enum(REPLAY_MODES).default('all'),
});
export const attemptsQuery = z.strictObject({ status: z.enum(['success', 'failure']).optional(), ...paging });
