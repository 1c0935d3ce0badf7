import { isDay, WIC_TZ, type Coverage, type Instant, type Reading } from '#domain';
import { instantOf } from '#projections';
import type { z } from 'zod';
import type { announcementBody } from './announcements.schema.js';

/** The report of an announcement that a person states: what she says is its own evidence. */
export function statedReading(
  body: z.infer<typeof announcementBody>,
  { itemId, sourceId, now }: { itemId: string; sourceId: string; now: Instant },
): { reading: Reading; coverage: Coverage; extractor: string } {
  const told = body.announcedAt;
  const announcedAt = told === undefined ? now : instantOf(told, WIC_TZ, 'start', '/announcedAt');
  const title = Object.values(body.title)[0] ?? null;
  const reading: Reading = {
    ...optional(body),
    kind: body.kind,
    title: body.title,
    announcedAt,
    announcedAtBasis: told === undefined ? 'received' : 'source',
    announcedAtPrecision: told !== undefined && isDay(told) ? 'day' : 'instant',
    announcedAtRaw: null,
    confidence: 1,
    evidence:
      title === null ? [] : [{ field: 'title', in: 'title', start: 0, end: title.length, text: title }],
  };
  const lang = body.title.zh !== undefined && body.title.en === undefined ? 'zh' : 'en';
  const coverage = {
    itemId,
    itemRevision: 0,
    sourceId,
    url: body.url ?? null,
    title,
    lang,
    publishedAt: announcedAt,
  } as const;
  return { reading, coverage, extractor: 'hand' };
}

function optional(body: z.infer<typeof announcementBody>) {
  const {
    activity = null,
    phase = null,
    summary = null,
    happens = null,
    place = null,
    organisations = [],
    people = [],
    theme = null,
  } = body;
  return { activity, phase, summary, happens, place, organisations, people, theme };
}
