import type { Coverage, Instant, Kind, Reading } from '#domain';

/** A reading with little in it. */
export function readingOf(parts: Partial<Reading> = {}): Reading {
  return {
    kind: 'forum' as Kind,
    activity: { id: 'forum/nishan/2023', title: { en: 'Nishan Dialogue' }, known: true },
    phase: 'plan',
    title: { en: 'A dialogue on digital civilisation is planned' },
    summary: null,
    announcedAt: '2023-06-01T00:00:00.000Z',
    announcedAtBasis: 'source',
    announcedAtPrecision: 'day',
    announcedAtRaw: null,
    happens: { start: '2023-06-25', end: '2023-06-27', precision: 'day', tz: 'Asia/Shanghai' },
    place: { name: 'Qufu, Shandong', country: 'CN' },
    organisations: ['World Internet Conference'],
    people: [],
    theme: null,
    confidence: 0.9,
    evidence: [{ field: 'kind', in: 'title', start: 2, end: 10, text: 'dialogue' }],
    ...parts,
  };
}

/** One item's coverage. */
export function coverageOf(itemId: string, parts: Partial<Coverage> = {}): Coverage {
  return {
    itemId,
    itemRevision: 0,
    sourceId: `source-of-${itemId}`,
    url: `https://news.example/${itemId}`,
    title: null,
    lang: 'en',
    publishedAt: null,
    ...parts,
  };
}

/** `2023-06-01` and `n` days. */
export function day(n: number): Instant {
  return new Date(Date.UTC(2023, 5, 1 + n)).toISOString();
}
