import {
  comparePositions,
  foldSegments,
  ownerOf,
  resolveMerges,
  same,
  streamOf,
  type AnnouncementEvent,
  type AnnouncementState,
  type AsOfSegment,
  type Instant,
  type Recorded,
} from '#domain';
import { upcast, type EventStore } from '#event-store';
import type { Database } from '#platform';
import { mergeEventsOf } from '../announcements/announcements-reading.js';
import { leadingTo } from '../announcements/oracle.js';
import { wholeState } from '../announcements/announcements.schema.js';
import { announcementsProjection } from '../announcements/announcements.projection.js';
import { isoColumns } from '../runner/sql.js';
import type { Views } from '../runner/views.js';

type Event = Recorded<AnnouncementEvent>;

/** Where the index and the log first disagree: what each says of the announcement from `asOf` on. */
export interface ViewDifference {
  announcement: string;
  knownAt: string;
  asOf: Instant | null;
  byLog: AnnouncementState | null;
  byIndex: AnnouncementState | null;
}

export interface ViewVerification {
  /** Position up to which both were compared. */
  position: string;
  announcements: number;
  /** (announcement, position) pairs compared over every asOf. */
  compared: number;
  difference: ViewDifference | null;
}

interface Standing {
  known_from: string;
  known_to: string;
  from: Instant;
  to: Instant | 'infinity';
  state: AnnouncementState;
}

/**
 * Folds every announcement from the log at every position that concerns it and compares with the index, over
 * every asOf. Reads one announcement at a time; stops at the first difference.
 */
export async function verifyViews(
  store: EventStore,
  database: Database,
  views: Views,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<ViewVerification> {
  const position = await views.position();
  const ids = await announcementsIn(store, position);
  const merges = await views.read((schemaOf) => mergeEventsOf(database, schemaOf('announcements'), position));
  const report: ViewVerification = { position, announcements: 0, compared: 0, difference: null };
  for (const id of ids) {
    const log = await eventsOf(store, leadingTo(id, resolveMerges(merges)), position);
    const rows = await standingOf(database, views, id);
    report.difference = compare(id, log, rows, report);
    report.announcements += 1;
    onProgress(report.announcements, ids.size);
    if (report.difference) break;
  }
  return report;
}

async function announcementsIn(store: EventStore, upTo: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const event of store.readAll({ types: announcementsProjection.handles as readonly string[] })) {
    if (comparePositions(event.position, upTo) > 0) break;
    ids.add(ownerOf(event.stream).id);
    if (event.type === 'AnnouncementMerged') ids.add((event.data as { into: string }).into);
  }
  return ids;
}

async function eventsOf(store: EventStore, ids: Iterable<string>, upTo: string): Promise<Event[]> {
  const events: Event[] = [];
  for (const id of ids)
    for await (const stored of store.readStream(streamOf('announcement', id)))
      if (comparePositions(stored.position, upTo) <= 0) events.push(upcast(stored) as Event);
  return events.sort((a, b) => comparePositions(a.position, b.position));
}

async function standingOf(database: Database, views: Views, id: string): Promise<Standing[]> {
  return views.read((schemaOf) => {
    const schema = schemaOf('announcements');
    return database.query<Standing>(
      `SELECT r.known_from, r.known_to, ${wholeState(schema, 't')} AS state, ${isoColumns(
        'r.announced_from',
        'r.announced_to',
      )
        .replace('AS announced_from', 'AS "from"')
        .replace('AS announced_to', 'AS "to"')}
       FROM ${schema}.rectangles r JOIN ${schema}.states t USING (announcement, number)
       WHERE r.announcement = $1 ORDER BY r.announced_from`,
      [id],
    );
  });
}

function compare(
  id: string,
  log: readonly Event[],
  rows: readonly Standing[],
  report: ViewVerification,
): ViewDifference | null {
  for (const { position: knownAt } of log) {
    report.compared += 1;
    const standing = rows.filter((row) => stoodAt(row, knownAt));
    const difference = firstDifference(segmentsAt(id, log, knownAt), standing);
    if (difference) return { announcement: id, knownAt, ...difference };
  }
  return null;
}

function segmentsAt(id: string, log: readonly Event[], knownAt: string): AsOfSegment[] {
  const known = log.filter(({ position }) => comparePositions(position, knownAt) <= 0);
  const lineage = leadingTo(id, resolveMerges(known));
  return foldSegments(
    id,
    known.filter(({ stream }) => lineage.has(ownerOf(stream).id)),
  );
}

function stoodAt({ known_from, known_to }: Standing, knownAt: string): boolean {
  return comparePositions(known_from, knownAt) <= 0 && comparePositions(known_to, knownAt) > 0;
}

function firstDifference(
  segments: readonly AsOfSegment[],
  standing: readonly Standing[],
): Pick<ViewDifference, 'asOf' | 'byLog' | 'byIndex'> | null {
  const folded = segments.map(({ from, to, state }) => ({ from, to: to ?? 'infinity', state }));
  const indexed = standing.map(({ from, to, state }) => ({ from, to, state }));
  const longer = folded.length > indexed.length ? folded : indexed;
  const at = longer.findIndex((_, index) => !same(folded[index], indexed[index]));
  if (at < 0) return null;
  return {
    asOf: (folded[at] ?? indexed[at])!.from,
    byLog: folded[at]?.state ?? null,
    byIndex: indexed[at]?.state ?? null,
  };
}
