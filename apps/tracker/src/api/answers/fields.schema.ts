import { KINDS, LANGS, PHASES, PRECISIONS, STATUSES } from '#domain';
import { z } from 'zod';
import { described, named } from '../../http/named-schema.js';

/** What answers are made of. */

export const at = described(z.string(), { format: 'date-time' });
export const onDay = described(z.string(), { format: 'date' });
export const logPosition = described(z.string(), { description: 'A place in the log: a decimal string.' });

export const kind = named('Kind', z.enum(KINDS));
export const phase = named('Phase', z.enum(PHASES));
export const status = named('Status', z.enum(STATUSES));
export const lang = named('Lang', z.enum(LANGS));

export const localized = named(
  'Localized',
  z.object({ en: z.string().optional(), zh: z.string().optional() }),
  'A text by language; at least one is there.',
);

export const happens = named(
  'Happens',
  z.object({
    start: onDay.nullable(),
    end: onDay.nullable(),
    precision: z.enum(PRECISIONS),
    tz: z.string(),
  }),
  'When it takes place; of a month, quarter or year the first and last day.',
);

export const place = named('Place', z.object({ name: z.string(), country: z.string().nullable() }));
export const person = named('Person', z.object({ name: z.string(), role: z.string().nullable() }));
export const activityName = named('ActivityName', z.object({ id: z.string(), title: localized }));

/** A page of rows, in the form every list has. */
export function pageOfRows(row: z.ZodType) {
  return z.object({
    data: z.array(row),
    page: z.object({ next: z.string().nullable() }),
    total: z.int(),
    totalIsMinimum: z.literal(true).optional(),
  });
}

/** Rows that are always told whole. */
export function rows(row: z.ZodType) {
  return z.object({ data: z.array(row) });
}
