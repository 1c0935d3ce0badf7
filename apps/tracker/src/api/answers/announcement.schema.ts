import { ANNOUNCED_AT_BASES, PRECISIONS } from '#domain';
import { FACETS } from '#projections';
import { z } from 'zod';
import { described, named } from '../../http/named-schema.js';
import {
  activityName,
  at,
  happens,
  kind,
  lang,
  localized,
  logPosition,
  pageOfRows,
  person,
  phase,
  place,
  rows,
  status,
} from './fields.schema.js';

const FIELDS = [
  ...['kind', 'activity', 'phase', 'title', 'summary', 'announcedAt', 'happens', 'place'],
  ...['organisations', 'people', 'theme'],
];
const words = {
  field: z.enum(FIELDS),
  in: z.enum(['text', 'title']),
  start: described(z.int(), { description: 'UTF-16 units; text.slice(start, end) is the evidence.' }),
  end: z.int(),
  text: z.string(),
};

export const coverage = named(
  'Coverage',
  z.object({
    itemId: z.string(),
    sourceId: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    lang,
    publishedAt: at.nullable(),
  }),
  'An item that reports an announcement.',
);
export const evidence = named('Evidence', z.object({ itemId: z.string(), ...words }));
/** Evidence of what was read but not recorded. */
export const foundEvidence = named('FoundEvidence', z.object(words));

/** What an announcement says, and how well that is known. */
export const content = {
  kind,
  activity: activityName.nullable(),
  phase: phase.nullable(),
  title: localized,
  summary: localized.nullable(),
  announcedAt: at,
  announcedAtBasis: z.enum(ANNOUNCED_AT_BASES),
  announcedAtPrecision: z.enum(['instant', ...PRECISIONS]),
  happens: happens.nullable(),
  place: place.nullable(),
  organisations: z.array(z.string()),
  people: z.array(person),
  theme: z.string().nullable(),
  confidence: described(z.number(), { description: '0 to 1.' }),
};

export const announcement = named(
  'Announcement',
  z.object({
    id: z.string(),
    revision: z.int(),
    position: logPosition,
    ...content,
    recordedAt: at,
    backfill: z.boolean(),
    status,
    mergedInto: z.string().nullable(),
    coverage: z.array(coverage),
    evidence: z.array(evidence),
  }),
  'One stated fact about the WIC, as it stood at the moment asked for. Unknown parts are null, never guessed.',
);
export const announcementPage = pageOfRows(announcement);

const change = named('FieldChange', z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }));

export const history = rows(
  named(
    'HistoryEntry',
    z.object({
      type: z.string(),
      eventId: z.string(),
      announcementId: z.string(),
      revision: z.int(),
      position: logPosition,
      announcedAt: at.nullable(),
      recordedAt: at,
      backfill: z.boolean(),
      actor: z.string(),
      changes: z.array(change),
      why: z.object({
        reason: z.string().optional(),
        cause: z.string().optional(),
        rule: z.string().optional(),
        score: z.number().optional(),
        extractor: z.string().optional(),
        itemId: z.string().optional(),
        effective: at.nullable().optional(),
      }),
    }),
    'One event of an announcement, what it changed and why.',
  ),
);
export const difference = named(
  'Difference',
  z.object({ from: z.int(), to: z.int(), changes: z.array(change) }),
);

const counts = z.array(named('Count', z.object({ value: z.string(), count: z.int() })));
export const facets = named('Facets', z.object(Object.fromEntries(FACETS.map((facet) => [facet, counts]))));
export const timeline = rows(
  named(
    'TimelineCount',
    z.object({ month: described(z.string(), { description: '`2023-06`' }), kind, count: z.int() }),
  ),
);

export const item = named(
  'Item',
  z.object({
    id: z.string(),
    sourceId: z.string(),
    identity: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    lang: lang.nullable(),
    publishedAt: at.nullable(),
    publishedAtPrecision: z.enum(['instant', 'day']).nullable(),
    publishedAtRaw: z.string().nullable(),
    tz: z.string(),
    contentHash: z.string(),
    length: z.int(),
    trusted: z.boolean(),
    revision: z.int(),
    position: logPosition,
    receivedAt: at,
    changedAt: at.nullable(),
    vanished: z.object({ at, reason: z.enum(['deleted', 'gone']) }).nullable(),
    announcements: described(z.array(z.string()), { description: 'Ids of those it reports.' }),
    text: z.string().nullable(),
  }),
  'An archived text with its metadata.',
);

const gist = z.object({ id: z.string() });
/** Where the views have not reached a new announcement yet, only where it will be. */
export const stated = z.union([announcement, z.object({ id: z.string(), position: logPosition.nullable() })]);
export const splitOff = z.object({ announcement, split: z.union([announcement, gist]) });
