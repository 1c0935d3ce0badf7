import { z } from 'zod';
import { described, named } from '../../http/named-schema.js';
import { announcement } from './announcement.schema.js';
import { at, logPosition } from './fields.schema.js';
import { sourceTold } from './source.schema.js';

export const logEvent = named(
  'LogEvent',
  z.object({
    type: described(z.string(), { description: '`announcement.published`, `source.followed`…' }),
    position: logPosition,
    announcedAt: at.nullable(),
    recordedAt: at,
    backfill: z.boolean(),
    data: described(z.looseObject({ announcement: announcement.nullish(), source: sourceTold.optional() }), {
      description:
        'The announcement or the source as it was just after this event; null while it is only proposed.',
    }),
  }),
  'An event of the log.',
);

export const logPage = named(
  'LogPage',
  z.object({
    data: z.array(logEvent),
    page: z.object({
      next: described(z.string(), { description: 'What to ask for next; never null.' }),
      hasMore: z.boolean(),
    }),
  }),
);

export const ticket = z.object({ ticket: z.string(), expiresAt: at });
