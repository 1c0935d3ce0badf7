import type { Migration } from '#platform';

/** The tables of polling: what is due, what was tried, what was seen, who asked for a pause. */
export const ingestMigrations: Migration[] = [
  {
    id: 'ingest/001-schedule',
    sql: `
      CREATE TABLE source_schedule (
        source_id text PRIMARY KEY,
        settings jsonb NOT NULL,
        domain text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        next_poll_at timestamptz NOT NULL,
        next_poll_reason text NOT NULL,
        interval_seconds integer NOT NULL,
        etag text,
        last_modified text,
        failures integer NOT NULL DEFAULT 0,
        gone integer NOT NULL DEFAULT 0,
        broken boolean NOT NULL DEFAULT false,
        gap boolean NOT NULL DEFAULT false,
        last_error text,
        last_attempt_at timestamptz,
        last_fetched_at timestamptz,
        newest_item_at timestamptz,
        moved_to text,
        moved_since timestamptz,
        moved_sightings integer NOT NULL DEFAULT 0,
        claim_token text,
        claimed_until timestamptz
      );
      CREATE INDEX source_schedule_due ON source_schedule (next_poll_at) WHERE active;
      CREATE TABLE polls (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source_id text NOT NULL,
        started_at timestamptz NOT NULL,
        duration_ms integer NOT NULL,
        outcome text NOT NULL,
        status integer,
        error text,
        bytes integer NOT NULL,
        items_new integer NOT NULL,
        items_changed integer NOT NULL,
        items_known integer NOT NULL,
        next_poll_at timestamptz NOT NULL,
        next_poll_reason text NOT NULL
      );
      CREATE INDEX polls_of_source ON polls (source_id, id DESC);
      CREATE INDEX polls_by_age ON polls (started_at);
      CREATE TABLE seen_items (
        source_id text NOT NULL,
        item_id text NOT NULL,
        keys text[] NOT NULL,
        identity text NOT NULL,
        title text,
        url text,
        fingerprint text NOT NULL,
        relevant boolean NOT NULL,
        extractor text NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        checked_at timestamptz NOT NULL,
        gone_since timestamptz,
        PRIMARY KEY (source_id, item_id)
      );
      CREATE INDEX seen_items_by_key ON seen_items USING gin (keys);
      CREATE INDEX seen_items_irrelevant ON seen_items (last_seen_at) WHERE NOT relevant;
      CREATE INDEX seen_items_to_check ON seen_items (source_id, checked_at) WHERE relevant;
      CREATE TABLE domain_pauses (domain text PRIMARY KEY, until timestamptz NOT NULL);
    `,
  },
  {
    id: 'ingest/002-hosts-marks-checks',
    sql: `
      ALTER TABLE source_schedule
        ADD COLUMN host text NOT NULL DEFAULT '',
        ADD COLUMN feed_hint_seconds integer,
        ADD COLUMN body_mark text,
        ADD COLUMN items_mark text,
        ADD COLUMN pause_reason text;
      UPDATE source_schedule SET host = coalesce(lower(substring(settings->>'url' from '://([^/?#]+)')), '');
      CREATE INDEX source_schedule_claimed ON source_schedule (host) WHERE claimed_until IS NOT NULL;
      DROP INDEX seen_items_to_check;
      ALTER TABLE seen_items DROP COLUMN checked_at, ADD COLUMN next_check_at timestamptz;
      UPDATE seen_items SET next_check_at = first_seen_at + interval '1 day'
        WHERE relevant AND first_seen_at > now() - interval '7 days';
      CREATE INDEX seen_items_to_check ON seen_items (source_id, next_check_at) WHERE next_check_at IS NOT NULL;
    `,
  },
  {
    id: 'ingest/003-set-aside',
    sql: 'ALTER TABLE seen_items ADD COLUMN content jsonb',
  },
];
