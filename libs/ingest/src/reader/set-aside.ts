import { streamOf, type Instant, type ItemContent, type ItemReceived, type Recorded } from '#domain';
import type { Archive, Database } from '#platform';
import type { Extractor } from '../poll/extractor.js';
import { documentOf } from './item-event.js';

/** An item that an older extractor found irrelevant. */
export interface SetAsideItem {
  sourceId: string;
  itemId: string;
  content: ItemContent;
  seenAt: Instant;
}

interface Row {
  source_id: string;
  item_id: string;
  content: ItemContent;
  first_seen_at: Date;
}

const PAGE = 200;

/** Items that polling set aside as irrelevant: kept for as long as their texts are, for a better extractor. */
export class SetAside {
  constructor(private readonly database: Database) {}

  /** How many another extractor than `version` set aside since then. */
  async count(version: string, since: Instant | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM seen_items WHERE ${OLDER}`,
      [version, since],
    );
    return row?.count ?? 0;
  }

  /** Those items, in the order of their ids. */
  async *of(version: string, since: Instant | null): AsyncGenerator<SetAsideItem, void, void> {
    for (let after = ['', '']; ;) {
      const rows = await this.database.query<Row>(
        `SELECT source_id, item_id, content, first_seen_at FROM seen_items
         WHERE ${OLDER} AND (source_id, item_id) > ($3, $4) ORDER BY source_id, item_id LIMIT ${PAGE}`,
        [version, since, ...after],
      );
      for (const row of rows)
        yield {
          ...{ sourceId: row.source_id, itemId: row.item_id, content: row.content },
          seenAt: row.first_seen_at.toISOString(),
        };
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = [last.source_id, last.item_id];
    }
  }

  /** Remembers what the present extractor thinks of one. */
  async judged({ sourceId, itemId }: SetAsideItem, version: string, relevant: boolean): Promise<void> {
    await this.database.query(
      `UPDATE seen_items SET extractor = $3, relevant = $4, content = CASE WHEN $4 THEN NULL ELSE content END
       WHERE source_id = $1 AND item_id = $2 AND NOT relevant`,
      [sourceId, itemId, version, relevant],
    );
  }
}

const OLDER = `NOT relevant AND content IS NOT NULL AND extractor <> $1
  AND ($2::timestamptz IS NULL OR first_seen_at >= $2)`;

/** The text of an item that was set aside, if the extractor finds it relevant now; null where it does not. */
export async function relevantNow(
  item: SetAsideItem,
  archive: Pick<Archive, 'get'>,
  extractor: Extractor,
): Promise<string | null> {
  const text = await archive.get(item.content.contentHash);
  if (text === null) return null; // its time is over
  return extractor.extract(documentOf(asReceived(item), text)).relevant ? text : null;
}

/** The event that would stand in the log had the item been found relevant when it was seen. */
export function asReceived({ itemId, content, seenAt }: SetAsideItem): Recorded<ItemReceived> {
  const place = { revision: 0, position: '0', recordedAt: seenAt, backfill: true, version: 1 };
  const origin = { causationId: null, correlationId: null, actor: 'reextraction' };
  const announcedAt = content.publishedAt;
  return {
    ...{ id: itemId, stream: streamOf('item', itemId), type: 'ItemReceived', data: content, announcedAt },
    ...place,
    ...origin,
  };
}
