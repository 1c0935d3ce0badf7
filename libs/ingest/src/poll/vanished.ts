import type { Instant } from '#domain';
import { entryKeys } from '../identity/item-identity.js';
import { conditionalGet, NO_VALIDATORS } from '../fetch/conditional-get.js';
import type { SeenItem } from '../schedule/seen-items.js';
import type { ItemOrder } from './intake.js';
import type { PageParts } from './page-source.js';

const DAY_MS = 86_400_000;
/** Pages of items looked at again in one poll, and for how long after they were first seen. */
const CHECKS_A_POLL = 3;
const CHECKED_DAYS = 14;

/** What became of known items: reports for the log, and what to remember. */
export interface Vanished {
  commands: ItemOrder[];
  seen: SeenItem[];
}

/** No text has this fingerprint: an item that comes back counts as changed. */
const VANISHED = 'vanished';

/** Items that the feed itself says were deleted (RFC 6721), each reported once. */
export async function deletedItems(
  sourceId: string,
  refs: string[],
  seen: PageParts['seen'],
): Promise<Vanished> {
  const keys = refs.flatMap((ref) =>
    entryKeys({ guid: ref, link: ref, title: null, publishedRaw: null, text: '' }),
  );
  const known = await seen.byKeys(sourceId, keys);
  const there = known.filter((item) => item.relevant && item.fingerprint !== VANISHED);
  return {
    commands: there.map(({ itemId }) => report(sourceId, itemId, 'deleted')),
    seen: there.map((item) => ({ ...item, fingerprint: VANISHED })),
  };
}

/** Looks again, once a day, at pages seen lately: gone is what answers 404 or 410 twice a day apart. */
export async function goneItems(sourceId: string, parts: PageParts, now: Instant): Promise<Vanished> {
  const range = { since: ago(now, CHECKED_DAYS * DAY_MS), before: ago(now, DAY_MS) };
  const vanished: Vanished = { commands: [], seen: [] };
  for (const item of await parts.seen.toCheck(sourceId, range, CHECKS_A_POLL)) {
    const gone = await isGone(item.url ?? '', parts, now);
    const sure = gone && item.goneSince !== null && item.goneSince <= range.before;
    if (sure && item.fingerprint !== VANISHED) vanished.commands.push(report(sourceId, item.itemId, 'gone'));
    const fingerprint = sure ? VANISHED : item.fingerprint;
    vanished.seen.push({ ...item, fingerprint, goneSince: gone ? (item.goneSince ?? now) : null });
  }
  return vanished;
}

async function isGone(url: string, { http, turns }: PageParts, now: Instant): Promise<boolean> {
  const wanted = { url, as: 'page', validators: NO_VALIDATORS } as const;
  const { status } = await turns.run(url, () => conditionalGet(http, wanted, now));
  return status === 404 || status === 410;
}

function report(sourceId: string, itemId: string, reason: 'deleted' | 'gone'): ItemOrder {
  return { itemId, command: { type: 'ReportItemVanished', data: { sourceId, reason } } };
}

function ago(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) - ms).toISOString();
}
