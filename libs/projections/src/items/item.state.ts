import { ownerOf, type Instant, type ItemContent, type ItemEvent, type Recorded } from '#domain';

/** An item as the log tells it; its text lies in the archive under `contentHash`. */
export interface ItemState extends ItemContent {
  id: string;
  /** The item's own revision, from 0. */
  revision: number;
  position: string;
  receivedAt: Instant;
  changedAt: Instant | null;
  vanished: { at: Instant; reason: 'deleted' | 'gone' } | null;
}

/** The item just after an event of it; null before it was received. */
export function afterItemEvent(before: ItemState | null, event: Recorded<ItemEvent>): ItemState | null {
  const { position, recordedAt } = event;
  switch (event.type) {
    case 'ItemReceived': {
      const fresh = { revision: 0, receivedAt: recordedAt, changedAt: null, vanished: null };
      return { id: ownerOf(event.stream).id, ...event.data, ...fresh, position };
    }
    case 'ItemChanged': {
      const { updatedAt: _updatedAt, ...content } = event.data;
      return before && { ...before, ...content, position, changedAt: recordedAt, vanished: null };
    }
    case 'ItemVanished':
      return before && { ...before, position, vanished: { at: recordedAt, reason: event.data.reason } };
  }
}
