import { PRECISIONS, WIC_TZ } from '#domain';
import { z } from 'zod';
import {
  day,
  dayOrInstant,
  many,
  paging,
  text,
  timeTravel,
  tz,
  webAddress,
  written,
} from '../http/fields.schema.js';
import { kind, lang, phase, status } from './answers/fields.schema.js';

/** What restricts a list of announcements; the same in lists, facets, feeds and the calendar. */
export const announcementFilter = {
  kind: many(kind).optional(),
  phase: many(phase).optional(),
  status: many(status).optional(),
  q: text(200).optional(),
  lang: lang.optional(),
  place: text(200).optional(),
  organisation: text(200).optional(),
  activity: text(200).optional(),
  source: text(100).optional(),
  year: written(1900, 2200).optional(),
  announcedFrom: dayOrInstant.optional(),
  announcedTo: dayOrInstant.optional(),
  happensFrom: day.optional(),
  happensTo: day.optional(),
};

export const listQuery = z.strictObject({
  ...announcementFilter,
  order: z.enum(['announced', 'happens', 'recorded']).default('announced'),
  ...timeTravel,
  ...paging,
});
export const facetsQuery = z.strictObject({ ...announcementFilter, ...timeTravel });
/** Feeds hold the latest; a calendar holds everything. */
export const feedQuery = z.strictObject({ ...announcementFilter, ...timeTravel, limit: paging.limit });
export const calendarQuery = facetsQuery;
export const timeQuery = z.strictObject(timeTravel);
const revision = written(0, 999_999_999);
export const diffQuery = z.strictObject({
  from: revision,
  to: revision,
});

const localized = z
  .strictObject({ en: text(1000).optional(), zh: text(1000).optional() })
  .refine(
    (value) => value.en !== undefined || value.zh !== undefined,
    'give the text in at least one language, en or zh',
  );

const happens = z
  .strictObject({
    start: day.nullable().default(null),
    end: day.nullable().default(null),
    precision: z.enum(PRECISIONS).default('day'),
    tz: tz.default(WIC_TZ),
  })
  .refine(({ start, end }) => start !== null || end !== null, 'give a start or an end')
  .refine(
    ({ start, end }) => start === null || end === null || start <= end,
    'it cannot end before it starts',
  );

const place = z.strictObject({
  name: text(300),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters')
    .nullable()
    .default(null),
});
const person = z.strictObject({ name: text(200), role: text(300).nullable().default(null) });
const activity = z
  .strictObject({
    id: text(200).regex(/^[a-z_]+(\/[a-z0-9-]+)+$/, 'write a key such as summit/2023'),
    title: localized.optional(),
  })
  .transform(({ id, title }) => ({ id, title: title ?? {}, known: true }));

/** The fields a person may state. */
const stated = {
  kind,
  activity: activity.nullable(),
  phase: phase.nullable(),
  title: localized,
  summary: localized.nullable(),
  happens: happens.nullable(),
  place: place.nullable(),
  organisations: z.array(text(300)).max(100),
  people: z.array(person).max(100),
  theme: text(1000).nullable(),
};

export const correctionFields = z.strictObject({ ...stated, announcedAt: dayOrInstant }).partial();

const reason = text(2000);
const effective = dayOrInstant.optional();

export const correctionBody = z.strictObject({ fields: correctionFields, reason, effective });
export const withdrawalBody = z.strictObject({ reason, effective });
export const mergeBody = z.strictObject({ into: text(100), reason });
export const splitBody = z.strictObject({ itemIds: z.array(text(100)).min(1).max(200), reason });
export const reviewBody = z.strictObject({
  decision: z.enum(['accept', 'reject']),
  fields: correctionFields.optional(),
  reason: reason.optional(),
});

/** An announcement stated by a person, with the source that proves it. */
export const announcementBody = z.strictObject({
  kind: stated.kind,
  title: localized,
  announcedAt: dayOrInstant.optional(),
  url: webAddress.optional(),
  activity: stated.activity.optional(),
  phase: stated.phase.optional(),
  summary: stated.summary.optional(),
  happens: stated.happens.optional(),
  place: stated.place.optional(),
  organisations: stated.organisations.optional(),
  people: stated.people.optional(),
  theme: stated.theme.optional(),
});
