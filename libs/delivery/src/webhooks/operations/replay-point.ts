import { dayEnd, dayStart, isDay, type ReplayPoint } from '#domain';
import { isPosition } from '../../stream/cursor.js';

/**
 * Where a replay begins or ends: a position (log order), a date or an instant (announced order). A date means
 * its first moment for `from` and its last for `to`, in `tz`. Null when the text is none of them.
 */
export function replayPoint(text: string, edge: 'from' | 'to', tz: string): ReplayPoint | null {
  if (isPosition(text)) return { position: text };
  if (isDay(text)) return { announcedFrom: edge === 'from' ? dayStart(text, tz) : dayEnd(text, tz) };
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : null;
  return instant && !Number.isNaN(instant.getTime()) ? { announcedFrom: instant.toISOString() } : null;
}
