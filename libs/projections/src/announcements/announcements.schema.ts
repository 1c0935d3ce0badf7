/**
 * The index over both time axes. A row with `known_from/known_to` (positions) and `announced_from/announced_to`
 * (instants), both half-open, holds for every knownAt and asOf within: a rectangle. Without end: 2^63 − 1 and
 * infinity. Once written, only `known_to` ever changes, from "without end" to the position that ended it.
 *
 * rectangles: which state an announcement has there. states: the states, numbered by announcement; one state
 * can hold in several rectangles. Their coverage stands apart in coverages, since most states share most of it;
 * `coverage` numbers it in order. texts: what they are searched by, numbered likewise. spans: where an announcement
 * has a term (see terms.ts) and an announcedAt, in as few rectangles as possible: what is counted, filtered and
 * ordered by. days: for each day of announcedAt (UTC) the earliest bounds of its spans, so that days without
 * anything in sight are passed over at once.
 * terms: every value of the dimensions that filters look up by part. merges: every merge recorded.
 */
export const announcementTables = `
  CREATE TABLE rectangles (
    announcement text COLLATE "C" NOT NULL,
    known_from bigint NOT NULL,
    known_to bigint NOT NULL,
    announced_from timestamptz NOT NULL,
    announced_to timestamptz NOT NULL,
    number int NOT NULL,
    text int NOT NULL,
    recorded_at timestamptz NOT NULL,
    happens_start date,
    happens_end date,
    PRIMARY KEY (announcement, known_from, announced_from)
  );
  CREATE TABLE states (
    announcement text COLLATE "C" NOT NULL,
    number int NOT NULL,
    state jsonb NOT NULL,
    coverage int[] NOT NULL,
    PRIMARY KEY (announcement, number)
  );
  CREATE TABLE coverages (
    announcement text COLLATE "C" NOT NULL,
    number int NOT NULL,
    coverage json NOT NULL,
    PRIMARY KEY (announcement, number)
  );
  CREATE TABLE texts (
    announcement text COLLATE "C" NOT NULL,
    text int NOT NULL,
    tokens text[] NOT NULL,
    PRIMARY KEY (announcement, text)
  );
  CREATE TABLE spans (
    announcement text COLLATE "C" NOT NULL,
    term text COLLATE "C" NOT NULL,
    known_from bigint NOT NULL,
    known_to bigint NOT NULL,
    announced_from timestamptz NOT NULL,
    announced_to timestamptz NOT NULL,
    announced_at timestamptz NOT NULL
  );
  CREATE INDEX ON spans (announcement) WHERE known_to = 9223372036854775807;
  CREATE TABLE days (
    day date PRIMARY KEY,
    known_from bigint NOT NULL,
    announced_from timestamptz NOT NULL
  );
  CREATE TABLE terms (term text COLLATE "C" PRIMARY KEY);
  CREATE TABLE merges (position bigint PRIMARY KEY, absorbed text NOT NULL, "into" text NOT NULL)`;

export const announcementIndexes = `
  CREATE INDEX ON spans (term, announced_at DESC, announcement DESC)
    INCLUDE (known_from, known_to, announced_from, announced_to);
  CREATE INDEX ON spans (announcement, term);
  CREATE INDEX ON texts USING gin (tokens);
  CREATE INDEX ON rectangles (happens_start DESC NULLS LAST) WHERE known_to = 9223372036854775807`;

/** SQL that gives the whole state of a row of `states`, its coverage put back; null where there is no row. */
export function wholeState(schema: string, row: string): string {
  return `jsonb_set(${row}.state, '{coverage}', (
    SELECT coalesce(json_agg(c.coverage ORDER BY o.place)::jsonb, '[]')
    FROM unnest(${row}.coverage) WITH ORDINALITY AS o(number, place)
    JOIN ${schema}.coverages c ON c.announcement = ${row}.announcement AND c.number = o.number))`;
}

/** `known_to` of what still holds. */
export const NO_END = '9223372036854775807';
