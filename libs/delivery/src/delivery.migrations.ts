import type { Migration } from '#platform';

/**
 * Operational records of webhooks. Endpoints mirror the log's webhook events up to the feed's position; the
 * backlog holds ids, never bodies.
 */
export const deliveryMigrations: Migration[] = [
  {
    id: 'delivery/001-webhooks',
    sql: `
      CREATE TABLE webhook_feed (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        log_id text NOT NULL,
        position numeric NOT NULL,
        quarantine_to numeric,
        quarantine_reason text
      );
      CREATE TABLE webhook_endpoints (
        webhook_id text PRIMARY KEY,
        settings jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'disabled')),
        reason text,
        halted text,
        active_since timestamptz NOT NULL,
        subscribed_at numeric NOT NULL,
        health jsonb NOT NULL,
        paused_until timestamptz
      );
      CREATE TABLE webhook_backlog (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        webhook_id text NOT NULL,
        lane text NOT NULL,
        position numeric NOT NULL,
        subject text,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'parked')),
        due_at timestamptz NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        step int NOT NULL DEFAULT 0,
        UNIQUE (webhook_id, position, lane)
      );
      CREATE UNIQUE INDEX webhook_backlog_subject ON webhook_backlog (webhook_id, lane, subject)
        WHERE subject IS NOT NULL;
      CREATE INDEX webhook_backlog_first ON webhook_backlog (webhook_id, (lane = 'live'), seq)
        WHERE state = 'pending' AND attempts = 0;
      CREATE INDEX webhook_backlog_again ON webhook_backlog (webhook_id, (lane = 'live'), due_at, seq)
        WHERE state = 'pending' AND attempts > 0;
      CREATE INDEX webhook_backlog_due ON webhook_backlog (webhook_id, due_at) WHERE state = 'pending';
      CREATE INDEX webhook_backlog_lane ON webhook_backlog (webhook_id, lane)
        WHERE state = 'pending' AND lane <> 'live';
      CREATE INDEX webhook_backlog_parked ON webhook_backlog (webhook_id, seq) WHERE state = 'parked';
      CREATE TABLE webhook_attempts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        webhook_id text NOT NULL,
        seq bigint,
        position numeric,
        lane text NOT NULL,
        attempt int NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('success', 'failure')),
        started_at timestamptz NOT NULL,
        duration_ms int NOT NULL,
        status int,
        error text,
        hint text,
        response_headers jsonb NOT NULL,
        response_body text NOT NULL,
        response_truncated boolean NOT NULL
      );
      CREATE INDEX webhook_attempts_of ON webhook_attempts (webhook_id, id DESC);
      CREATE INDEX webhook_attempts_age ON webhook_attempts (started_at);
      CREATE TABLE webhook_replays (
        replay_id text PRIMARY KEY,
        webhook_id text NOT NULL,
        "from" jsonb NOT NULL,
        "to" jsonb,
        mode text NOT NULL,
        head numeric NOT NULL,
        cursor jsonb,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done')),
        events int NOT NULL DEFAULT 0
      );
      CREATE INDEX webhook_replays_running ON webhook_replays (webhook_id) WHERE state = 'running'`,
  },
  {
    // An event sent costs as few index entries as it can; what a webhook is to be sent is told by its place, lane and log position.
    id: 'delivery/002-leaner-webhooks',
    sql: `
      ALTER TABLE webhook_endpoints ADD COLUMN revision bigint NOT NULL DEFAULT 0;
      ALTER TABLE webhook_endpoints SET (fillfactor = 50);
      DROP INDEX webhook_backlog_due;
      ALTER TABLE webhook_backlog DROP CONSTRAINT webhook_backlog_pkey;
      ALTER TABLE webhook_backlog DROP CONSTRAINT webhook_backlog_webhook_id_position_lane_key;
      ALTER TABLE webhook_backlog ADD PRIMARY KEY (webhook_id, position, lane);
      DROP INDEX webhook_attempts_of;
      DROP INDEX webhook_attempts_age;
      ALTER TABLE webhook_attempts DROP CONSTRAINT webhook_attempts_pkey;
      ALTER TABLE webhook_attempts ADD PRIMARY KEY (webhook_id, id);
      CREATE INDEX webhook_attempts_age ON webhook_attempts USING brin (started_at) WITH (autosummarize = on)`,
  },
];
