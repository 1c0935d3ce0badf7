import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ViewReads } from '../queries/view-reads.js';
import { announcementView, type AnnouncementView } from './announcement.view.js';
import type { Moment } from './moment.js';

/** One announcement, withdrawn and merged ones included; null when nothing of it was announced or known. */
export class GetAnnouncement extends Query<AnnouncementView | null> {
  constructor(
    readonly id: string,
    readonly moment: Moment,
  ) {
    super();
  }
}

@QueryHandler(GetAnnouncement)
export class GetAnnouncementHandler implements IQueryHandler<GetAnnouncement> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ id, moment }: GetAnnouncement): Promise<AnnouncementView | null> {
    const state = await this.reads.at(moment, ({ announcements }) => announcements.state(id));
    return state && announcementView(state);
  }
}
