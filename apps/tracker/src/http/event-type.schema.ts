import { EVENT_SCOPES, typesWithin } from '#projections';
import { z } from 'zod';

const ALL = [...EVENT_SCOPES];

/** The public type of an event, or all of a kind: `announcement.*`. A slip of the pen would never match. */
export const eventType = z
  .string()
  .regex(/^[a-z]+\.(\*|[a-z_]+)$/, 'write a type such as announcement.published or source.*')
  .refine((type) => typesWithin({ types: [type], scopes: ALL }).length > 0, {
    error: ({ input }) => `no event is called ${String(input)}: GET /v1/events shows which there are`,
  });
