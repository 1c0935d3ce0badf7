import type { Recorded } from '../event.js';
import type { Instant } from '../time/instant.js';
import type { AnnouncementEvent } from './announcement.events.js';
import type { AnnouncementState } from './announcement.state.js';

/**
 * The announcement as announced up to `asOf` (null: without end), from every event known: those of its own
 * stream and of every stream that leads to it by merges, in any order. Null when nothing of it had been
 * announced by then.
 */
export function foldAnnouncement(
  _id: string,
  _known: readonly Recorded<AnnouncementEvent>[],
  _asOf: Instant | null,
): AnnouncementState | null {
  throw new Error('being written');
}
