import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { comparePositions } from '#domain';
import { decodeCursor } from '../queries/cursor.js';
import { ViewReads } from '../queries/view-reads.js';
import type { AnnouncementFilter } from './announcement.filter.js';
import type { AnnouncementOrder } from './announcement-finder.js';
import { announcementView, type AnnouncementView } from './announcement.view.js';
import type { Moment } from './moment.js';

export interface AnnouncementList {
  data: AnnouncementView[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  /** Exact to 10,000; beyond, `totalIsMinimum`. */
  total: number;
  totalIsMinimum: boolean;
}

/** A page of announcements, newest first by `order`. All pages of one cursor show what the first one knew. */
export class ListAnnouncements extends Query<AnnouncementList> {
  constructor(
    readonly filter: AnnouncementFilter,
    readonly moment: Moment,
    readonly page: { order?: AnnouncementOrder; cursor?: string | null; limit?: number } = {},
  ) {
    super();
  }
}

@QueryHandler(ListAnnouncements)
export class ListAnnouncementsHandler implements IQueryHandler<ListAnnouncements> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ filter, moment, page }: ListAnnouncements): Promise<AnnouncementList> {
    const { order = 'announced', cursor = null, limit = 50 } = page;
    return this.reads.at(asOfFirstPage(moment, cursor, order), async ({ announcements }) => {
      const { states, ...found } = await announcements.page(filter, order, limit, cursor);
      return { data: states.map(announcementView), ...found };
    });
  }
}

/** The earlier of what the reader asks for and what the first page knew. */
function asOfFirstPage(moment: Moment, cursor: string | null, order: AnnouncementOrder): Moment {
  if (cursor === null) return moment;
  const { knownAt } = decodeCursor(cursor, order);
  if (moment.knownAt !== null && comparePositions(moment.knownAt, knownAt) <= 0) return moment;
  return { ...moment, knownAt };
}
