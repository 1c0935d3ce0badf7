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
CREATE FUNCTION append_to_log(batches json, events json, payloads text[])
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
      backfill boolean, causation_id text, correlation_id text, actor text, hash text, previous_hash text),
      unnest(payloads)) WITH ORDINALITY AS e (
      batch, id, stream, revision, type, version, announced_at, backfill, causation_id, correlation_id, actor,
      hash, previous_hash, data, n)
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

/* The same for a batch of one event, the usual case: one look at the log instead of sets to join. */
const APPEND_ONE = `
CREATE FUNCTION append_one_to_log(
  p_stream text, p_expected integer, p_previous_hash text, p_id text, p_type text, p_version integer,
  p_announced_at text, p_backfill boolean, p_causation_id text, p_correlation_id text, p_actor text, p_data text,
  p_hash text, OUT verdict text, OUT actual integer, OUT head bigint)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  stamp text;
  last_hash text;
  known boolean;
BEGIN
  IF pg_advisory_xact_lock(7240715) IS NULL THEN END IF; -- an expression: cheaper than PERFORM
  SELECT l.position, l.recorded_at, e.revision, e.hash,
    (SELECT true FROM log_events i WHERE i.id = p_id LIMIT 1)
  INTO head, stamp, actual, last_hash, known
  FROM (VALUES (1)) AS one
  LEFT JOIN LATERAL (SELECT position, recorded_at FROM log_events ORDER BY position DESC LIMIT 1) l ON true
  LEFT JOIN LATERAL (SELECT revision, hash FROM log_events WHERE stream = p_stream
    ORDER BY revision DESC LIMIT 1) e ON true;
  head := coalesce(head, 0);
  verdict := CASE
    WHEN known THEN 'known'
    WHEN coalesce(actual, -1) <> p_expected THEN 'moved'
    WHEN last_hash IS DISTINCT FROM p_previous_hash THEN 'unlinked'
    ELSE 'written' END;
  IF verdict = 'written' THEN
    stamp := greatest(stamp, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
    INSERT INTO log_events (position, id, stream, revision, type, version, announced_at, recorded_at, backfill,
      causation_id, correlation_id, actor, data, hash, previous_hash)
    VALUES (head + 1, p_id, p_stream, p_expected + 1, p_type, p_version, p_announced_at, stamp, p_backfill,
      p_causation_id, p_correlation_id, p_actor, p_data, p_hash, p_previous_hash);
    PERFORM pg_notify('log_events', '');
  END IF;
END $$;
`;

/** The schema of the event log in PostgreSQL. */
export const eventStoreMigrations: Migration[] = [
  { id: 'event-store/001-log', sql: TABLE },
  { id: 'event-store/002-append', sql: APPEND + APPEND_ONE },
];
