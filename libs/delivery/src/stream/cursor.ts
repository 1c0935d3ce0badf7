import type { PublicLog } from '#projections';

const POSITION = /^(0|[1-9]\d{0,29})$/;

/** Whether a text can be a position of a log. */
export function isPosition(text: string): boolean {
  return POSITION.test(text);
}

/**
 * The position a cursor given by a follower means: a position itself, or the last one recorded by an instant.
 * Null when it is neither.
 */
export async function resolveCursor(log: PublicLog, cursor: string): Promise<string | null> {
  if (isPosition(cursor)) return cursor;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(cursor) ? new Date(cursor) : null;
  return at && !Number.isNaN(at.getTime()) ? log.positionAt(at.toISOString()) : null;
}
