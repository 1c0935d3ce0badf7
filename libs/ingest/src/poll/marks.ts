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

const FIRST_ITEM = /<(?:[\w-]+:)?(?:item|entry)[\s>]/i;

/** The mark of a document as it reads. Of a feed what stands before its items is left out: it says when it was built. */
export function bodyMark(
  { settings }: ScheduledSource,
  text: string,
  extractor: string,
  now: Instant,
): string {
  return sha256(`${JSON.stringify(conditions(settings, extractor, now))}\n${itemsOf(settings.kind, text)}`);
}

function itemsOf(kind: SourceSettings['kind'], text: string): string {
  const first = kind === 'feed' ? text.search(FIRST_ITEM) : -1;
  return first < 0 || text.slice(0, first).includes('deleted-entry') ? text : text.slice(first);
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
