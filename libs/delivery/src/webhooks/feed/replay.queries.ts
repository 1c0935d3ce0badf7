import type { ReplayMode, ReplayPoint } from '#domain';
import type { Sql } from '#platform';

/** A replay on its way from the log into the backlog, some events at a time. */
export interface Replay {
  replayId: string;
  webhookId: string;
  from: ReplayPoint;
  to: ReplayPoint | null;
  mode: ReplayMode;
  /** The head when it was asked for: nothing later belongs to it. */
  head: string;
  cursor: ReplayCursor | null;
}

/** The last event looked at; `seq` where the backlog itself is gone through. */
export interface ReplayCursor {
  position: string;
  announcedAt?: string;
  seq?: string;
}

/** Events of one replay that wait in the backlog at once: history of any length takes bounded room. */
const LANE_ROOM = 500;

/** Running replays whose lane has room. */
export async function replaysWithRoom(sql: Sql): Promise<Replay[]> {
  return sql.query<Replay & Record<string, unknown>>(
    `SELECT replay_id AS "replayId", webhook_id AS "webhookId", "from", "to", mode, head, cursor
     FROM webhook_replays r WHERE state = 'running' AND (
       SELECT count(*) FROM (
         SELECT 1 FROM webhook_backlog b
         WHERE b.webhook_id = r.webhook_id AND b.lane = r.replay_id AND b.lane <> 'live' AND b.state = 'pending' LIMIT ${LANE_ROOM}
       ) waiting
     ) < ${LANE_ROOM}`,
  );
}

/** Moves a replay's cursor; null: it has been gone through. */
export async function moveReplay(tx: Sql, replayId: string, cursor: ReplayCursor | null, added: number) {
  await tx.query(
    `UPDATE webhook_replays SET cursor = coalesce($2, cursor), state = CASE WHEN $2::jsonb IS NULL THEN 'done' ELSE 'running' END,
       events = events + $3 WHERE replay_id = $1`,
    [replayId, cursor, added],
  );
}

/** Positions that were parked and never delivered since, in backlog order. */
export async function parkedAfter(
  sql: Sql,
  webhookId: string,
  seq: string,
  limit: number,
): Promise<{ seq: string; position: string }[]> {
  return sql.query(
    `SELECT seq, position FROM webhook_backlog p
     WHERE webhook_id = $1 AND state = 'parked' AND seq > $2 AND NOT EXISTS (
       SELECT 1 FROM webhook_backlog d
       WHERE d.webhook_id = p.webhook_id AND d.position = p.position AND d.state IN ('delivered', 'pending')
     ) ORDER BY seq LIMIT $3`,
    [webhookId, seq, limit],
  );
}
