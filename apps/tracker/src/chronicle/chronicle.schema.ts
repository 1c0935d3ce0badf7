import { isDay, KINDS, LANGS, PHASES, PRECISIONS } from '#domain';
import { z } from 'zod';

const day = z.string().refine(isDay, 'is not a date that exists');
const localized = z
  .strictObject({ en: z.string().min(1).optional(), zh: z.string().min(1).optional() })
  .refine(({ en, zh }) => en !== undefined || zh !== undefined);

/** One entry of the chronicle: an announcement in our own words, citing a public source. */
export const chronicleEntry = z.strictObject({
  /** Stable for ever: the announcement's id comes from it. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(KINDS),
  activity: z.string().regex(/^[a-z_]+(\/[a-z0-9-]+)+$/),
  activityTitle: localized.optional(),
  phase: z.enum(PHASES).nullable().default(null),
  title: localized,
  /** The source's day; or, where the thing had happened by then, its first day (the last of a month or year). */
  announcedAt: day,
  basis: z.enum(['source', 'happening']),
  precision: z.enum(PRECISIONS).default('day'),
  happens: z
    .strictObject({
      start: day.nullable(),
      end: day.nullable(),
      precision: z.enum(PRECISIONS).default('day'),
    })
    .nullable()
    .default(null),
  place: z
    .strictObject({ name: z.string(), country: z.string().length(2).nullable() })
    .nullable()
    .default(null),
  organisations: z.array(z.string()).default([]),
  people: z
    .array(z.strictObject({ name: z.string(), role: z.string().nullable().default(null) }))
    .default([]),
  theme: z.string().nullable().default(null),
  source: z.strictObject({ url: z.url(), title: z.string(), lang: z.enum(LANGS) }),
});
export type ChronicleEntry = z.infer<typeof chronicleEntry>;
