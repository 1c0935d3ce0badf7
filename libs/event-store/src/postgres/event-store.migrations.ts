import type { Migration } from '#platform';

const TABLE = `
CREATE TABLE log_events (
  position bigint CONSTRAINT log_events_position PRIMARY KEY,
  id text COLLATE "C" NOT NULL CONSTRAINT log_events_id UNIQUE,
  stream text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  type text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  announced_at text COLLATE "C",
  recorded_at text COLLATE "C" NOT NULL,
  backfill boolean NOT NULL,
  causation_id text,
  correlation_id text,
  actor text NOT NULL,
  data text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  previous_hash text COLLATE "C",
  CONSTRAINT log_events_stream UNIQUE (stream, revision)
);
CREATE INDEX log_events_type ON log_events (type, position);

CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The event log is immutable: % is refused.', TG_OP;
END $$;
CREATE TRIGGER log_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
`;

/*
 * Appends batches of distinct streams and ids, all in one transaction, and gives each its verdict. The lock is
 * held until the commit is visible, and the position is taken under it: so positions appear in their order, and
 * a reader that has seen one will never find a lower one later. Ids and stream ends are looked up one
 * by one, through indexes: the plan is kept for the session, from a time when the table may have been small.
 * Written batches take the positions after `head`, in the order of `events`.
 */
const APPEND = `
CREATE FUNCTION append_to_log(batches json, events json)
RETURNS TABLE (batch integer, verdict text, actual integer, head bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  head bigint := 0;
  stamp text := '';
BEGIN
  PERFORM pg_advisory_xact_lock(7240715);
  SELECT l.position, l.recorded_at INTO head, stamp FROM log_events l ORDER BY l.position DESC LIMIT 1;
  head := coalesce(head, 0);
  stamp := greatest(stamp, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
  RETURN QUERY
  WITH event AS MATERIALIZED (
    SELECT e.*, (SELECT true FROM log_events l WHERE l.id = e.id LIMIT 1) AS known
    FROM ROWS FROM (json_to_recordset(events) AS (
      batch integer, id text, stream text, revision integer, type text, version integer, announced_at text,
      backfill boolean, causation_id text, correlation_id text, actor text, data text, hash text,
      previous_hash text)) WITH ORDINALITY AS e (
      batch, id, stream, revision, type, version, announced_at, backfill, causation_id, correlation_id, actor,
      data, hash, previous_hash, n)
  ), judged AS MATERIALIZED (
    SELECT b.batch, last.revision AS actual, CASE
      WHEN b.batch IN (SELECT e.batch FROM event e WHERE e.known) THEN 'known'
      WHEN coalesce(last.revision, -1) <> b.expected THEN 'moved'
      WHEN last.hash IS DISTINCT FROM b.previous_hash THEN 'unlinked'
      ELSE 'written' END AS verdict
    FROM json_to_recordset(batches) AS b (batch integer, stream text, expected integer, previous_hash text)
    LEFT JOIN LATERAL (SELECT l.revision, l.hash FROM log_events l WHERE l.stream = b.stream
      ORDER BY l.revision DESC LIMIT 1) last ON true
  ), written AS (
    INSERT INTO log_events (position, id, stream, revision, type, version, announced_at, recorded_at, backfill,
      causation_id, correlation_id, actor, data, hash, previous_hash)
    SELECT head + row_number() OVER (ORDER BY e.n), e.id, e.stream, e.revision, e.type, e.version,
      e.announced_at, stamp, e.backfill, e.causation_id, e.correlation_id, e.actor, e.data, e.hash, e.previous_hash
    FROM event e WHERE e.batch IN (SELECT j.batch FROM judged j WHERE j.verdict = 'written')
  )
  SELECT j.batch, j.verdict, j.actual, head FROM judged j;
  PERFORM pg_notify('log_events', '');
END $$;
`;

/** The schema of the event log in PostgreSQL. */
export const eventStoreMigrations: Migration[] = [
  { id: 'event-store/001-log', sql: TABLE },
  { id: 'event-store/002-append', sql: APPEND },
];
