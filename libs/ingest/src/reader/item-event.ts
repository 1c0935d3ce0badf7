import {
  ownerOf,
  type Coverage,
  type Instant,
  type ItemChanged,
  type ItemReceived,
  type Lang,
  type Recorded,
} from '#domain';
import type { Document } from '#extraction';

/** An event that brings a text to read. */
export type ItemEventToRead = Recorded<ItemReceived | ItemChanged>;

/** The item an event is about, with the revision of its content. */
export function itemOf(event: ItemEventToRead): { itemId: string; itemRevision: number } {
  const itemRevision = event.type === 'ItemChanged' ? event.data.revision : 0;
  return { itemId: ownerOf(event.stream).id, itemRevision };
}

/** The event's text as the extractor takes it; it was received when the log took it. */
export function documentOf({ data, recordedAt }: ItemEventToRead, text: string): Document {
  const { title, url, lang, publishedAt, publishedAtPrecision, publishedAtRaw, tz, trusted } = data;
  const stated = { publishedAt, publishedAtPrecision, publishedAtRaw };
  return { title, text, url, lang, ...stated, receivedAt: recordedAt, tz, trusted };
}

export function coverageOf(event: ItemEventToRead, lang: Lang): Coverage {
  const { sourceId, url, title, publishedAt } = event.data;
  return { ...itemOf(event), sourceId, url, title, lang, publishedAt };
}

/** When the world was told of an edit: as the source states it, else when it was received. */
export function editedAt(event: ItemEventToRead): Instant {
  const stated = event.type === 'ItemChanged' ? event.data.updatedAt : null;
  return stated !== null && stated <= event.recordedAt ? stated : event.recordedAt;
}
