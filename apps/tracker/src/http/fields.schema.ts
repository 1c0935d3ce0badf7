import { isDay, isTimeZone, WIC_TZ } from '#domain';
import { z } from 'zod';

/** Building blocks of inputs; each error says what is wrong and what to do. */

export const day = z
  .string()
  .refine(isDay, { error: (issue) => `${String(issue.input)} is not a date that exists; write YYYY-MM-DD` });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

export const instant = z
  .string()
  .regex(INSTANT, 'write an instant as 2023-06-15T08:00:00Z')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not an instant that exists')
  .transform((text) => new Date(text).toISOString());

export const position = z
  .string()
  .regex(/^\d{1,19}$/, 'a position is a decimal string as it came from this tracker');

export const tz = z
  .string()
  .refine(isTimeZone, 'is not an IANA time zone such as Asia/Shanghai')
  .default(WIC_TZ);

/** A parameter that may be repeated. */
export function many<Schema extends z.ZodType<unknown, string>>(item: Schema) {
  return z
    .union([z.string(), z.array(z.string()).max(50)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .pipe(z.array(item));
}

/** A whole number written in the query. */
export function whole(min: number, max: number, fallback: number) {
  return z.coerce.number({ error: 'write a whole number' }).int().min(min).max(max).default(fallback);
}

export const text = (max = 500) => z.string().trim().min(1, 'must not be empty').max(max);

/** Query of every read that can travel in time. */
export const timeTravel = {
  asOf: z.union([day, instant]).optional(),
  knownAt: z.union([position, day, instant]).optional(),
  tz,
  minPosition: position.optional(),
};

export const paging = { cursor: z.string().max(500).optional(), limit: whole(1, 200, 50) };
