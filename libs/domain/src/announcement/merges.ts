import { comparePositions, type Recorded } from '../event.js';
import { ownerOf } from '../stream.js';
import type { AnnouncementEvent, AnnouncementMerged } from './announcement.events.js';

/** Which announcement each absorbed one was merged into, directly. */
export type Merges = ReadonlyMap<string, string>;

/**
 * The merges in force, from every `AnnouncementMerged` known, in any order. The first merge of an
 * announcement counts; one that would close a cycle (two racing merges can) is left out.
 */
export function resolveMerges(events: Iterable<Recorded<AnnouncementEvent>>): Merges {
  const merges = new Map<string, string>();
  const known = [...events].filter(
    (event) => event.type === 'AnnouncementMerged',
  ) as Recorded<AnnouncementMerged>[];
  for (const { stream, data } of known.sort((a, b) => comparePositions(a.position, b.position))) {
    const { id } = ownerOf(stream);
    if (!merges.has(id) && survivorOf(data.into, merges) !== id) merges.set(id, data.into);
  }
  return merges;
}

/** The announcement that lives on in the end: itself, unless it was merged. */
export function survivorOf(id: string, merges: Merges): string {
  const next = merges.get(id);
  return next === undefined ? id : survivorOf(next, merges);
}

/** Every announcement that `id` was merged into, nearest first. */
export function survivorsOf(id: string, merges: Merges): string[] {
  const next = merges.get(id);
  return next === undefined ? [] : [next, ...survivorsOf(next, merges)];
}
