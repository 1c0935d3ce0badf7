import type { Instant, SourceSettings } from '#domain';
import { sha256 } from '../identity/name-based-id.js';
import type { ScheduledSource } from '../schedule/scheduled-source.js';
import { fingerprintOf, type PolledEntry } from './polled-entry.js';

/**
 * What a mark holds beside what it marks: another extractor or other settings make something else of the same
 * document, and once a day everything is looked at all the same.
 */
function conditions({ filter, tz, linkPattern }: SourceSettings, extractor: string, now: Instant): unknown[] {
  return [extractor, filter, tz, linkPattern, now.slice(0, 10)];
}

/** The mark of a document, whatever it holds. */
export function bodyMark(
  { settings }: ScheduledSource,
  text: string,
  extractor: string,
  now: Instant,
): string {
  return sha256(`${JSON.stringify(conditions(settings, extractor, now))}\n${text}`);
}

/** The mark of a document's items, in whatever order and whatever stands around them. */
export function itemsMark(
  { settings }: ScheduledSource,
  entries: readonly Omit<PolledEntry, 'known'>[],
  extractor: string,
  now: Instant,
): string {
  const items = entries
    .map(({ entry, identity }) => [...identity.keys, fingerprintOf(entry)].join('\n'))
    .sort();
  return sha256(JSON.stringify([conditions(settings, extractor, now), items]));
}
