import { z } from 'zod';
import { kind, lang } from './answers/fields.schema.js';
import { eventType } from '../http/event-type.schema.js';
import { dayOrInstant, instant, many, position, text, tz, whole } from '../http/fields.schema.js';

/** What restricts the log: as in lists, wherever one event can say it. */
const filter = {
  type: many(eventType).optional(),
  kind: many(kind).optional(),
  q: text(200).optional(),
  lang: lang.optional(),
  place: text(200).optional(),
  organisation: text(200).optional(),
  activity: text(200).optional(),
};
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
  speed: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, 'write days a second, such as 30 or 0.5')
    .transform(Number)
    .pipe(z.number().max(100_000, 'at most 100000 days a second'))
    .default(0),
});
