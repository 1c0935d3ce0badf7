import { isDay, isStorable, isTimeZone, storable, WIC_TZ } from '#domain';
import { z } from 'zod';
import { toldAs } from './named-schema.js';

/** Building blocks of inputs; each error says what is wrong and what to do. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
/** Dates before and after it are slips of the pen, and not every date type holds them. */
const YEARS = 'a year from 1900 to 9998';

export const day = z
  .string()
  .regex(DAY, 'write a date as YYYY-MM-DD')
  .refine((text) => !DAY.test(text) || isDay(text), {
    error: (issue) => `${String(issue.input)} is not a date that exists; write YYYY-MM-DD`,
  })
  .refine(inYears, `needs ${YEARS}`);

export const instant = z
  .string()
  .regex(INSTANT, 'write an instant as 2023-06-15T08:00:00Z')
  .refine((text) => !INSTANT.test(text) || exists(text), 'is not an instant that exists')
  .refine(inYears, `needs ${YEARS}`)
  .transform((text) => (exists(text) ? new Date(text).toISOString() : text));

const neither = z.string().regex(/(?!)/, 'write a date as YYYY-MM-DD or an instant as 2023-06-15T08:00:00Z');

/** A date or an instant. */
export const dayOrInstant = z
  .string()
  .transform((text, context) =>
    parsedBy(DAY.test(text) ? day : INSTANT.test(text) ? instant : neither, text, context),
  );

/** Some log's position: at most 18 digits, as every store has them. */
export const position = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/, 'a position is a decimal string as it came from this tracker');

/** For `knownAt`: a position, a date or an instant. */
const positionOrTime = z
  .string()
  .transform((text, context) => parsedBy(/^\d+$/.test(text) ? position : dayOrInstant, text, context));

/** Where a replay begins or ends. */
export const positionOrDay = z
  .string()
  .transform((text, context) => parsedBy(/^\d+$/.test(text) ? position : day, text, context));

export const tz = z
  .string()
  .refine(isTimeZone, 'is not an IANA time zone such as Asia/Shanghai')
  .default(WIC_TZ);

/** A parameter that may be repeated. */
export function many<Schema extends z.ZodType<unknown, string>>(item: Schema) {
  const one = z
    .union([z.string(), z.array(z.string()).max(50)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .pipe(z.array(item));
  return toldAs(one, z.union([item, z.array(item)]));
}

/** A whole number written in the query. */
export function written(min: number, max: number) {
  const error = `write a whole number from ${min} to ${max}`;
  const number = z
    .string({ error })
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
  return toldAs(number, z.int().min(min).max(max));
}

/** The same, where it may be left out. */
export function whole(min: number, max: number, fallback: number) {
  return written(min, max).default(fallback);
}

/** Text that may be empty. */
export const cleanString = (max: number) =>
  z.string().max(max).refine(isStorable, 'has characters that are none (U+0000 or half of a pair)');

export const text = (max = 500) => cleanString(max).trim().min(1, 'must not be empty');

/** A whole document: what is no character becomes U+FFFD, so that offsets stay as they are. */
export const anyText = z.string().min(1, 'must not be empty').transform(storable);

export const webAddress = z
  .url({ protocol: /^https?$/, error: 'write an http or https address' })
  .max(2000)
  .refine(isStorable, 'write an http or https address');

/** Query of every read that can travel in time. */
export const timeTravel = {
  asOf: dayOrInstant.optional(),
  knownAt: positionOrTime.optional(),
  tz,
  minPosition: position.optional(),
};

export const paging = { cursor: cleanString(500).optional(), limit: whole(1, 200, 50) };

function exists(text: string): boolean {
  return INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

function inYears(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return Number.isNaN(year) || (year >= 1900 && year <= 9998);
}

/** Passes on what a schema says of a text. */
function parsedBy(schema: z.ZodType<string, string>, text: string, context: z.RefinementCtx): string {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  for (const { message, code } of result.error.issues)
    context.addIssue({ code: 'custom', message, params: { syntax: code !== 'custom' } });
  return z.NEVER;
}
