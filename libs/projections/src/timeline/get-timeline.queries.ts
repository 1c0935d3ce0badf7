import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Kind } from '#domain';
import type { AnnouncementFilter } from '../announcements/announcement.filter.js';
import type { Moment } from '../announcements/moment.js';
import { countTerms } from '../facets/term-counts.js';
import { ViewReads } from '../queries/view-reads.js';

export interface TimelineCount {
  /** `2023-06`, where the WIC is. */
  month: string;
  kind: Kind;
  count: number;
}

/** How many announcements were made each month, by kind; months in order, those without any left out. */
export class GetTimeline extends Query<TimelineCount[]> {
  constructor(
    readonly filter: AnnouncementFilter,
    readonly moment: Moment,
  ) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ filter, moment }: GetTimeline): Promise<TimelineCount[]> {
    const counts = await this.reads.at(moment, (views) => countTerms(views, ['month'], filter));
    return counts
      .map(({ value, count }) => ({ month: value.slice(0, 7), kind: value.slice(8) as Kind, count }))
      .sort((a, b) => a.month.localeCompare(b.month) || a.kind.localeCompare(b.kind));
  }
}
