import { streamOf, type AnnouncementEvent, type AsOfSegment, type Recorded } from '#domain';
import type { Sql } from '#platform';
import type { ViewTransaction } from '../runner/projection.js';
import { isoColumns } from '../runner/sql.js';
import { NO_END } from './announcements.schema.js';
import type { RectangleRow, SpanRow } from './rows.js';
import { addSpan } from './spans.js';
import { nothingStanding, type Standing } from './unfolding.js';

/** Every merge up to a position, as far as resolving merges needs it. */
export async function mergeEventsOf(
  sql: Sql,
  schema: string,
  upTo: string = NO_END,
): Promise<Recorded<AnnouncementEvent>[]> {
  const rows = await sql.query<{ position: string; absorbed: string; into: string }>(
    `SELECT position, absorbed, "into" FROM ${schema}.merges WHERE position <= $1 ORDER BY position`,
    [upTo],
  );
  return rows.map(
    ({ position, absorbed, into }) =>
      ({
        type: 'AnnouncementMerged',
        stream: streamOf('announcement', absorbed),
        position,
        data: { into, reason: '' },
      }) as unknown as Recorded<AnnouncementEvent>,
  );
}

/** What the index holds of announcements; `fold` gives the states, in the order of their rows. */
export async function loadStanding(
  { tx, schema }: ViewTransaction,
  ids: readonly string[],
  fold: (id: string) => readonly AsOfSegment[],
): Promise<Map<string, Standing>> {
  const loaded = new Map(ids.map((id) => [id, nothingStanding(id)]));
  const open = `announcement = ANY($1) AND known_to = ${NO_END}`;
  const rectangles = await tx.query<RectangleRow>(
    `SELECT announcement, known_from, known_to, number, text, ${isoColumns('announced_from', 'announced_to', 'recorded_at')},
       happens_start::text, happens_end::text
     FROM ${schema}.rectangles WHERE ${open} ORDER BY announcement, rectangles.announced_from`,
    [ids],
  );
  const spans = await tx.query<SpanRow>(
    `SELECT announcement, term, known_from, known_to, ${isoColumns('announced_from', 'announced_to', 'announced_at')}
     FROM ${schema}.spans WHERE ${open}`,
    [ids],
  );
  const numbers = await tx.query<{ announcement: string; next: number; texts: number }>(
    `SELECT announcement, max(number) + 1 AS next, max(text) + 1 AS texts
     FROM ${schema}.rectangles WHERE announcement = ANY($1) GROUP BY 1`,
    [ids],
  );
  const coverages = await tx.query<{ announcement: string; number: number; said: string }>(
    `SELECT announcement, number, coverage::text AS said FROM ${schema}.coverages WHERE announcement = ANY($1)`,
    [ids],
  );
  for (const { announcement, number, said } of coverages)
    loaded.get(announcement)!.coverages.set(said, number);
  for (const { announcement, next, texts } of numbers)
    Object.assign(loaded.get(announcement)!, { next, nextText: texts });
  for (const row of spans) addSpan(loaded.get(row.announcement)!.spans, { row, isStored: true });
  for (const [id, rows] of grouped(rectangles)) loaded.get(id)!.rectangles = withStates(id, rows, fold(id));
  return loaded;
}

function grouped(rows: readonly RectangleRow[]): Map<string, RectangleRow[]> {
  const groups = new Map<string, RectangleRow[]>();
  for (const row of rows) groups.set(row.announcement, [...(groups.get(row.announcement) ?? []), row]);
  return groups;
}

function withStates(
  id: string,
  rows: readonly RectangleRow[],
  segments: readonly AsOfSegment[],
): Standing['rectangles'] {
  const agree =
    rows.length === segments.length && rows.every((row, at) => row.announced_from === segments[at]!.from);
  if (!agree)
    throw new Error(
      `The index of announcement ${id} does not agree with the log. Fill the views anew: wic rebuild announcements.`,
    );
  return rows.map((row, at) => ({ row, isStored: true, state: segments[at]!.state }));
}
