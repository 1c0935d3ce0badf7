import type { Instant, ItemContent } from '#domain';
import type { Database, Sql } from '#platform';

/** What is remembered of an item of a source, relevant or not. */
export interface SeenItem {
  itemId: string;
  identity: string;
  /** Every key it was ever seen under. */
  keys: string[];
  title: string | null;
  url: string | null;
  /** Of title, text and stated time: another one means that the item changed. */
  fingerprint: string;
  relevant: boolean;
  /** Version of the extractor that decided. */
  extractor: string;
  /** Since when its page answers that it is gone. */
  goneSince: Instant | null;
  /** When its page is looked at again; null: not any more, or it has none. */
  nextCheckAt: Instant | null;
  firstSeenAt: Instant;
  /** What it held, where it was set aside as irrelevant: a better extractor may think otherwise. */
  content?: ItemContent;
}

interface Row {
  item_id: string;
  identity: string;
  keys: string[];
  title: string | null;
  url: string | null;
  fingerprint: string;
  relevant: boolean;
  extractor: string;
  gone_since: Date | null;
  next_check_at: Date | null;
  first_seen_at: Date;
}

/** Memory of the items of each source, so that only new and changed ones are read. */
export class SeenItems {
  constructor(private readonly database: Database) {}

  /** The items of a source that were seen under any of these keys. */
  async byKeys(sourceId: string, keys: string[]): Promise<SeenItem[]> {
    if (keys.length === 0) return [];
    const rows = await this.database.query<Row>(
      'SELECT * FROM seen_items WHERE source_id = $1 AND keys && $2::text[] ORDER BY first_seen_at',
      [sourceId, keys],
    );
    return rows.map(itemOf);
  }

  /** The relevant item of a source that was seen last: what a suspected gap is told from. */
  async lastRelevant(sourceId: string): Promise<string | null> {
    const [row] = await this.database.query<Row>(
      'SELECT * FROM seen_items WHERE source_id = $1 AND relevant ORDER BY last_seen_at DESC LIMIT 1',
      [sourceId],
    );
    return row?.item_id ?? null;
  }

  /** Whether any item of a source, relevant or not, is remembered. */
  async any(sourceId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM seen_items WHERE source_id = $1 LIMIT 1', [
      sourceId,
    ]);
    return rows.length > 0;
  }

  /** Whether a source brought anything about the WIC since then. */
  async reportsSince(sourceId: string, since: Instant): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM seen_items WHERE source_id = $1 AND relevant AND first_seen_at >= $2 LIMIT 1',
      [sourceId, since],
    );
    return rows.length > 0;
  }

  /** Items whose pages are to be looked at again, longest due first. */
  async toCheck(sourceId: string, now: Instant, limit: number): Promise<SeenItem[]> {
    const rows = await this.database.query<Row>(
      `SELECT * FROM seen_items WHERE source_id = $1 AND next_check_at <= $2 ORDER BY next_check_at LIMIT $3`,
      [sourceId, now, limit],
    );
    return rows.map(itemOf);
  }
}

/** Remembers items of a source as they are now. */
export async function remember(sql: Sql, sourceId: string, items: SeenItem[], now: Instant): Promise<void> {
  if (items.length === 0) return;
  await sql.query(
    `INSERT INTO seen_items (source_id, item_id, keys, identity, title, url, fingerprint, relevant, extractor,
                             gone_since, next_check_at, content, first_seen_at, last_seen_at)
     SELECT $1, "itemId", keys, identity, title, url, fingerprint, relevant, extractor, "goneSince", "nextCheckAt", content, $3, $3
     FROM jsonb_to_recordset($2::jsonb) AS item("itemId" text, keys text[], identity text, title text, url text,
       fingerprint text, relevant boolean, extractor text, "goneSince" timestamptz, "nextCheckAt" timestamptz,
       content jsonb)
     ON CONFLICT (source_id, item_id) DO UPDATE SET keys = excluded.keys, title = excluded.title,
       url = excluded.url, fingerprint = excluded.fingerprint, relevant = excluded.relevant,
       extractor = excluded.extractor, gone_since = excluded.gone_since,
       next_check_at = excluded.next_check_at, content = excluded.content, last_seen_at = $3`,
    [sourceId, JSON.stringify(items), now],
  );
}

/** Notes that known items are still there, at most once a day each. */
export async function stillThere(sql: Sql, sourceId: string, itemIds: string[], now: Instant): Promise<void> {
  if (itemIds.length === 0) return;
  await sql.query(
    `UPDATE seen_items SET last_seen_at = $3 WHERE source_id = $1 AND item_id = ANY ($2::text[])
       AND last_seen_at < $3::timestamptz - interval '1 day'`,
    [sourceId, itemIds, now],
  );
}

function itemOf(row: Row): SeenItem {
  return {
    itemId: row.item_id,
    identity: row.identity,
    keys: row.keys,
    title: row.title,
    url: row.url,
    fingerprint: row.fingerprint,
    relevant: row.relevant,
    extractor: row.extractor,
    goneSince: row.gone_since?.toISOString() ?? null,
    nextCheckAt: row.next_check_at?.toISOString() ?? null,
    firstSeenAt: row.first_seen_at.toISOString(),
  };
}
