import type { Sql } from '#platform';
import type { PublicLog } from '#projections';

/** How far the feed has read the log, and up to where it may not send anything. */
export interface FeedState {
  logId: string;
  position: string;
  quarantine: { to: string; reason: string } | null;
}

interface Row {
  log_id: string;
  position: string;
  quarantine_to: string | null;
  quarantine_reason: string | null;
}

export const LOST_REASON = 'restored';

/**
 * Makes sure that there is a feed for this log. Where there is none, whatever the log holds was delivered by
 * somebody else: up to its head webhooks are learned but nothing is sent, and those found are disabled.
 */
export async function openFeed(sql: Sql, log: PublicLog): Promise<void> {
  const [logId, head] = [await log.logId(), await log.head()];
  await sql.query(
    `INSERT INTO webhook_feed (log_id, position, quarantine_to, quarantine_reason)
     VALUES ($1, 0, $2::numeric, $3) ON CONFLICT (single) DO NOTHING`,
    [logId, head, LOST_REASON],
  );
}

export async function readFeed(sql: Sql, lock: '' | 'FOR UPDATE' = ''): Promise<FeedState | null> {
  const [row] = await sql.query<Row>(
    `SELECT log_id, position, quarantine_to, quarantine_reason FROM webhook_feed ${lock}`,
  );
  if (!row) return null;
  const { quarantine_to: to, quarantine_reason: reason } = row;
  return {
    logId: row.log_id,
    position: row.position,
    quarantine: to === null ? null : { to, reason: reason ?? LOST_REASON },
  };
}

export async function moveFeed(tx: Sql, position: string): Promise<void> {
  await tx.query('UPDATE webhook_feed SET position = $1', [position]);
}

/** Stops every webhook that sends, up to a position whatever the log says of it until then. */
export async function quarantine(tx: Sql, to: string, reason: string): Promise<void> {
  await tx.query(
    'UPDATE webhook_feed SET quarantine_to = greatest(quarantine_to, $1::numeric), quarantine_reason = $2',
    [to, reason],
  );
  await haltAll(tx, reason);
}

/** The quarantine is over: what the log shows as active by now was never meant to send from here. */
export async function endQuarantine(tx: Sql, reason: string): Promise<void> {
  await tx.query('UPDATE webhook_feed SET quarantine_to = NULL, quarantine_reason = NULL');
  await haltAll(tx, reason);
}

async function haltAll(tx: Sql, reason: string): Promise<void> {
  await tx.query(
    "UPDATE webhook_endpoints SET halted = coalesce(halted, $1), revision = revision + 1 WHERE state = 'active'",
    [reason],
  );
}
