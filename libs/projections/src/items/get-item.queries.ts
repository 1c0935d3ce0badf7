import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { holdsAt, type Moment } from '../announcements/moment.js';
import { HIDDEN } from '../announcements/terms.js';
import { ViewReads } from '../queries/view-reads.js';
import type { ItemState } from './item.state.js';

/** An item with the announcements it reports. Its text is in the archive under `contentHash`. */
export interface ItemView extends ItemState {
  announcements: string[];
}

/** An item as it had been published and was known by the moment; null when it was neither. */
export class GetItem extends Query<ItemView | null> {
  constructor(
    readonly id: string,
    readonly moment: Moment,
  ) {
    super();
  }
}

@QueryHandler(GetItem)
export class GetItemHandler implements IQueryHandler<GetItem> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ id, moment }: GetItem): Promise<ItemView | null> {
    const [row] = await this.reads.at(moment, ({ sql, schemaOf, moment: { asOf, knownAt } }) =>
      sql.query<{ state: ItemState; announcements: string[] }>(
        `SELECT i.state, ARRAY(SELECT s.announcement FROM ${schemaOf('announcements')}.spans s
            WHERE s.term IN ('item=' || $3::text, '${HIDDEN}item=' || $3::text)
              AND ${holdsAt('s', '$1', '$2')} ORDER BY 1) AS announcements
         FROM ${schemaOf('items')}.states i
         WHERE i.id = $3 AND i.position <= $2::bigint
           AND (i.announced_at IS NULL OR i.announced_at <= $1::timestamptz)
         ORDER BY i.position DESC LIMIT 1`,
        [asOf, knownAt, id],
      ),
    );
    return row ? { ...row.state, announcements: row.announcements } : null;
  }
}
