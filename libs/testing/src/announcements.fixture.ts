import type { AnnouncementEvent, Coverage, Reading, Recorded } from '#domain';

/** A reading of our own making: the fields that matter to a spec are overridden. */
export function aReading(over: Partial<Reading> = {}): Reading {
  return {
    kind: 'office_opening',
    activity: { id: 'office/lakeside', title: { en: 'Lakeside Office' }, known: true },
    phase: 'open',
    title: { en: 'Lakeside Office opens its doors' },
    summary: null,
    announcedAt: '2023-06-15T00:00:00.000Z',
    announcedAtBasis: 'source',
    announcedAtPrecision: 'instant',
    announcedAtRaw: null,
    happens: { start: '2023-06-15', end: '2023-06-15', precision: 'day', tz: 'Asia/Shanghai' },
    place: { name: 'Wuzhen', country: 'CN' },
    organisations: [],
    people: [],
    theme: null,
    confidence: 0.9,
    evidence: [{ field: 'kind', in: 'text', start: 0, end: 6, text: 'opens ' }],
    ...over,
  };
}

export function aCoverage(itemId = 'item-1', over: Partial<Coverage> = {}): Coverage {
  return {
    itemId,
    itemRevision: 0,
    sourceId: 'source-1',
    url: `https://example.org/${itemId}`,
    title: null,
    lang: 'en',
    publishedAt: null,
    ...over,
  };
}

/** Puts facts into a log: positions count from 1, `recordedAt` is a second for each position. */
export function recorded(
  facts: readonly (AnnouncementEvent & { stream?: string; id?: string })[],
  stream = 'announcement-a',
): Recorded<AnnouncementEvent>[] {
  const revisions = new Map<string, number>();
  return facts.map((fact, index) => {
    const own = fact.stream ?? stream;
    const revision = (revisions.get(own) ?? -1) + 1;
    revisions.set(own, revision);
    return {
      ...fact,
      id: fact.id ?? `e${index}`,
      version: 1,
      stream: own,
      revision,
      position: String(index + 1),
      recordedAt: new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString(),
      backfill: false,
      causationId: null,
      correlationId: null,
      actor: 'spec',
    } as Recorded<AnnouncementEvent>;
  });
}
