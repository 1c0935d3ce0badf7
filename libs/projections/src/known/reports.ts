import { streamOf, type Coverage, type Reading } from '#domain';
import { upcast, type EventStore } from '#event-store';

/** What an item said of an announcement, and by which extractor it was read. */
export interface Report {
  reading: Reading;
  coverage: Coverage;
  extractor: string;
}

const STATEMENTS = new Set(['AnnouncementPublished', 'CoverageAdded', 'AnnouncementRevised']);

/** The last that each item said in an announcement's own stream, less what was split off from it. */
export async function reportsIn(store: EventStore, id: string): Promise<Record<string, Report>> {
  const reports = new Map<string, Report>();
  for await (const stored of store.readStream(streamOf('announcement', id))) {
    const event = upcast(stored);
    if (event.type === 'AnnouncementSplit') for (const item of event.data.coverage) reports.delete(item);
    if (!STATEMENTS.has(event.type)) continue;
    const { reading, coverage, extractor } = event.data as Report;
    reports.set(coverage.itemId, { reading, coverage, extractor });
  }
  return Object.fromEntries(reports);
}

/** The readings alone. */
export function readingsOf(reports: Readonly<Record<string, Report>>): Record<string, Reading> {
  return Object.fromEntries(Object.entries(reports).map(([item, { reading }]) => [item, reading]));
}
