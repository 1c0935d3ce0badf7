import {
  comparePositions,
  foldAnnouncement,
  ownerOf,
  resolveMerges,
  type AnnouncementEvent,
  type AnnouncementState,
  type Recorded,
} from '#domain';
import type { Moment } from './moment.js';

type Event = Recorded<AnnouncementEvent>;

/** An announcement at a moment, folded from everything the log says: slow, and right by definition. */
export function stateByFold(
  id: string,
  log: readonly Event[],
  { asOf, knownAt }: Moment,
): AnnouncementState | null {
  const known = log.filter(({ position }) => knownAt === null || comparePositions(position, knownAt) <= 0);
  const lineage = leadingTo(id, resolveMerges(known));
  const own = known.filter(({ stream }) => lineage.has(ownerOf(stream).id));
  return foldAnnouncement(id, own, asOf);
}

/** The announcement and every one that was merged into it, directly or through others. */
export function leadingTo(id: string, merges: ReadonlyMap<string, string>): Set<string> {
  const leading = new Set([id]);
  for (let size = 0; size !== leading.size;) {
    size = leading.size;
    for (const [absorbed, into] of merges) if (leading.has(into)) leading.add(absorbed);
  }
  return leading;
}
