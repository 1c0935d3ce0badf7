import type { Sql } from '#platform';
import { NO_END } from './announcements.schema.js';
import type { Changes, RectangleRow, SpanRow } from './rows.js';
import { HIDDEN } from './terms.js';

/** Writes everything a batch changed, in one statement. */
export async function write(
  tx: Sql,
  schema: string,
  changes: Changes,
  newTerms: readonly string[],
): Promise<void> {
  await tx.query(statement(schema), [
    JSON.stringify(changes.endedRectangles.map(endOf)),
    JSON.stringify(changes.rectangles),
    JSON.stringify(changes.states),
    JSON.stringify(grouped(changes.endedSpans)),
    JSON.stringify(grouped(changes.spans)),
    JSON.stringify(daysOf(changes.spans)),
    newTerms,
    JSON.stringify(changes.merges),
    JSON.stringify(changes.texts),
    JSON.stringify(changes.coverages),
  ]);
}

function statement(schema: string): string {
  return `
  WITH ended AS (
    UPDATE ${schema}.rectangles r SET known_to = e.known_to
    FROM json_to_recordset($1::json) AS e(announcement text, known_from bigint, announced_from timestamptz, known_to bigint)
    WHERE r.announcement = e.announcement AND r.known_from = e.known_from AND r.announced_from = e.announced_from
  ), opened AS (
    INSERT INTO ${schema}.rectangles SELECT * FROM json_to_recordset($2::json) AS o(announcement text,
      known_from bigint, known_to bigint, announced_from timestamptz, announced_to timestamptz, number int,
      text int, recorded_at timestamptz, happens_start date, happens_end date)
  ), stated AS (
    INSERT INTO ${schema}.states SELECT * FROM json_to_recordset($3::json)
      AS s(announcement text, number int, state jsonb, coverage int[])
  ), covered AS (
    INSERT INTO ${schema}.coverages SELECT * FROM json_to_recordset($10::json)
      AS c(announcement text, number int, coverage json)
  ), worded AS (
    INSERT INTO ${schema}.texts SELECT * FROM json_to_recordset($9::json)
      AS t(announcement text, text int, tokens text[])
  ), ${spans(schema)}, dated AS (
    INSERT INTO ${schema}.days AS d SELECT * FROM json_to_recordset($6::json)
      AS n(day date, known_from bigint, announced_from timestamptz)
    ON CONFLICT (day) DO UPDATE SET known_from = least(d.known_from, excluded.known_from),
      announced_from = least(d.announced_from, excluded.announced_from)
      WHERE excluded.known_from < d.known_from OR excluded.announced_from < d.announced_from
  ), named AS (
    INSERT INTO ${schema}.terms SELECT unnest($7::text[]) ON CONFLICT DO NOTHING
  )
  INSERT INTO ${schema}.merges
    SELECT * FROM json_to_recordset($8::json) AS m(position bigint, absorbed text, "into" text)`;
}

function spans(schema: string): string {
  return `
  ended_spans AS (
    UPDATE ${schema}.spans s SET known_to = e.known_to
    FROM json_to_recordset($4::json)
      AS e(announcement text, terms text[], known_from bigint, announced_from timestamptz, known_to bigint)
    WHERE s.announcement = e.announcement AND s.known_to = ${NO_END} AND s.term = ANY(e.terms)
      AND s.known_from = e.known_from AND s.announced_from = e.announced_from
  ), opened_spans AS (
    INSERT INTO ${schema}.spans (announcement, term, known_from, known_to, announced_from, announced_to, announced_at)
    SELECT announcement, unnest(terms), known_from, known_to, announced_from, announced_to, announced_at
    FROM json_to_recordset($5::json) AS o(announcement text, terms text[], known_from bigint, known_to bigint,
      announced_from timestamptz, announced_to timestamptz, announced_at timestamptz)
  )`;
}

function endOf({ announcement, known_from, announced_from, known_to }: RectangleRow) {
  return { announcement, known_from, announced_from, known_to };
}

/** Spans that differ in nothing but their term, as one row each. */
function grouped(spans: readonly SpanRow[]): object[] {
  const groups = new Map<string, { terms: string[] }>();
  for (const span of spans) {
    const { announcement, term, known_from, known_to, announced_from, announced_to, announced_at } = span;
    const key = `${announcement} ${known_from} ${known_to} ${announced_from} ${announced_to}`;
    const group = groups.get(key);
    if (group) group.terms.push(term);
    else {
      const range = { announcement, known_from, known_to, announced_from, announced_to, announced_at };
      groups.set(key, { ...range, terms: [term] });
    }
  }
  return [...groups.values()];
}

interface DayRow {
  day: string;
  known_from: string;
  announced_from: string;
}

/** The earliest bounds of new spans by day of announcedAt. Every state has an `all` span: the others say no more. */
function daysOf(spans: readonly SpanRow[]): DayRow[] {
  const days = new Map<string, DayRow>();
  for (const { term, announced_at, known_from, announced_from } of spans) {
    if (term !== 'all' && term !== `${HIDDEN}all`) continue;
    const day = announced_at.slice(0, 10);
    const known = days.get(day);
    if (!known) days.set(day, { day, known_from, announced_from });
    else if (announced_from < known.announced_from) known.announced_from = announced_from;
  }
  return [...days.values()];
}
