import { SOURCE_FILTERS, SOURCE_KINDS } from '#domain';
import { z } from 'zod';
import { described, named } from '../../http/named-schema.js';
import { at, happens, kind, lang, localized, logPosition, pageOfRows, place } from './fields.schema.js';

/** A source as the log tells it. */
const told = {
  id: z.string(),
  revision: z.int(),
  position: logPosition,
  url: z.string().nullable(),
  kind: z.enum(SOURCE_KINDS),
  title: z.string(),
  lang: lang.nullable(),
  tz: z.string(),
  linkPattern: z.string().nullable(),
  filter: z.enum(SOURCE_FILTERS),
  followedAt: at,
  state: z.enum(['following', 'paused', 'unfollowed']),
  reason: described(z.string().nullable(), { description: 'Why it is paused or unfollowed.' }),
  broken: z.object({ since: at, error: z.string(), status: z.int().nullable() }).nullable(),
  gapSuspectedAt: at.nullable(),
};

export const sourceTold = named('SourceTold', z.object(told), 'A source as an event left it.');

export const source = named(
  'Source',
  z.object({
    ...told,
    health: z.enum(['ok', 'failing', 'gap_suspected', 'stale', 'paused']),
    healthReason: described(z.string().nullable(), {
      description: 'Why it is not ok and what to do about it; null while it is.',
    }),
    lastFetchedAt: at.nullable(),
    nextPollAt: at.nullable(),
    nextPollReason: z.string().nullable(),
    failures: z.int(),
    lastError: z.string().nullable(),
    items: described(z.int(), { description: 'Items it brought that are in the log.' }),
  }),
  'A source with how polling it goes.',
);
export const sourcePage = pageOfRows(source);

export const poll = named(
  'Poll',
  z.object({
    startedAt: at,
    durationMs: z.number(),
    outcome: z.enum(['changed', 'unchanged', 'incomplete', 'failed']),
    status: z.int().nullable(),
    error: z.string().nullable(),
    bytes: z.int(),
    itemsNew: z.int(),
    itemsChanged: z.int(),
    itemsKnown: z.int(),
    nextPollAt: at,
    nextPollReason: z.string(),
  }),
  'One attempt at a source.',
);
export const pollPage = pageOfRows(poll);

export const opmlResult = z.object({
  followed: z.int(),
  known: z.int(),
  failed: z.array(z.object({ url: z.string(), detail: z.string() })),
});

const foundThere = z.object({
  kind,
  title: localized,
  happens: happens.nullable(),
  place: place.nullable(),
  confidence: z.number(),
});

export const sourcePreview = named(
  'SourcePreview',
  z.object({
    url: z.string().nullable(),
    kind: z.enum(SOURCE_KINDS),
    title: z.string(),
    lang: lang.nullable(),
    linkPattern: z.string().nullable(),
    items: z.array(
      z.object({
        title: z.string().nullable(),
        url: z.string().nullable(),
        publishedAt: at.nullable(),
        relevant: z.boolean(),
        announcements: z.array(foundThere),
      }),
    ),
  }),
  'What following an address would bring; nothing was recorded.',
);
