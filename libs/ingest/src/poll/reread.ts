import type { Instant } from '#domain';
import type { FeedEntry } from '../parse/feed.js';
import type { DomainPause } from '../schedule/domain-pauses.js';
import type { SeenItem } from '../schedule/seen-items.js';
import { Articles, type Asked } from './articles.js';
import { confirmation, goneForSure, nextCheck, soon } from './check-times.js';
import type { ItemOrder } from './intake.js';
import type { PageParts } from './page-source.js';
import { report, VANISHED } from './vanished.js';

/** Pages of known articles read again in one poll. */
const CHECKS_A_POLL = 10;

/** What pages of known articles show now. */
export interface Reread {
  /** As they read now, changed or not. */
  entries: FeedEntry[];
  /** Reports of those that are gone for sure. */
  commands: ItemOrder[];
  /** What to remember of each, unless its entry turns out to be changed. */
  seen: SeenItem[];
  pauses: DomainPause[];
}

/** Reads again what is due to be read again: an article is looked at one, three and seven days after it was found. */
export async function reread(sourceId: string, parts: PageParts, now: Instant): Promise<Reread> {
  const due = await parts.seen.toCheck(sourceId, now, CHECKS_A_POLL);
  const found: Reread = { entries: [], commands: [], seen: [], pauses: [] };
  if (due.length === 0) return found;
  const articles = await Articles.of(
    due.map(({ url }) => url ?? ''),
    parts,
  );
  for (const item of due) {
    const asked = await articles.ask({ url: item.url ?? '', text: item.title ?? '' });
    note(found, sourceId, item, asked, now);
  }
  found.pauses.push(...articles.pauses);
  return found;
}

function note(found: Reread, sourceId: string, item: SeenItem, asked: Asked, now: Instant): void {
  const { firstSeenAt, goneSince } = item;
  if (asked === 'later') return void found.seen.push({ ...item, nextCheckAt: soon(firstSeenAt, now) });
  if (typeof asked === 'object') found.entries.push(asked);
  const gone = asked === 'gone' && item.relevant && item.fingerprint !== VANISHED;
  if (gone && goneForSure(goneSince, now)) {
    found.commands.push(report(sourceId, item.itemId, 'gone'));
    found.seen.push({ ...item, fingerprint: VANISHED, nextCheckAt: nextCheck(firstSeenAt, now) });
  } else if (gone) {
    const nextCheckAt = confirmation(firstSeenAt, now);
    found.seen.push({ ...item, goneSince: goneSince ?? now, nextCheckAt });
  } else found.seen.push({ ...item, goneSince: null, nextCheckAt: nextCheck(firstSeenAt, now) });
}
