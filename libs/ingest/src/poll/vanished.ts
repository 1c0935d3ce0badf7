import { entryKeys } from '../identity/item-identity.js';
import type { SeenItem, SeenItems } from '../schedule/seen-items.js';
import type { ItemOrder } from './intake.js';

/** What became of known items: reports for the log, and what to remember. */
export interface Vanished {
  commands: ItemOrder[];
  seen: SeenItem[];
}

/** No text has this fingerprint: an item that comes back counts as changed. */
export const VANISHED = 'vanished';

/** Items that the feed itself says were deleted (RFC 6721), each reported once. */
export async function deletedItems(sourceId: string, refs: string[], seen: SeenItems): Promise<Vanished> {
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

export function report(sourceId: string, itemId: string, reason: 'deleted' | 'gone'): ItemOrder {
  return { itemId, command: { type: 'ReportItemVanished', data: { sourceId, reason } } };
}
