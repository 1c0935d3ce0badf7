import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ownerOf, foldAnnouncement } from '#domain';
import { NOW, ViewReads } from '../queries/view-reads.js';
import { AnnouncementEvents } from './announcement-events.js';
import { historyOf, type HistoryEntry } from './announcement-history.js';
import { fieldChanges, type FieldChange } from './field-changes.js';
import type { Moment } from './moment.js';

/** Every event of an announcement announced and known by the moment, oldest first; null when there is none. */
export class AnnouncementHistory extends Query<HistoryEntry[] | null> {
  constructor(
    readonly id: string,
    readonly moment: Moment,
  ) {
    super();
  }
}

@QueryHandler(AnnouncementHistory)
export class AnnouncementHistoryHandler implements IQueryHandler<AnnouncementHistory> {
  constructor(
    private readonly reads: ViewReads,
    private readonly events: AnnouncementEvents,
  ) {}

  async execute({ id, moment }: AnnouncementHistory): Promise<HistoryEntry[] | null> {
    const known = await this.reads.at(moment, (views) => this.events.known(id, views));
    const { asOf } = moment;
    const entries = historyOf(id, known, asOf).filter(
      ({ announcedAt }) => asOf === null || announcedAt === null || announcedAt <= asOf,
    );
    return entries.length > 0 ? entries : null;
  }
}

export interface AnnouncementDifference {
  from: number;
  to: number;
  changes: FieldChange[];
}

/** What differs between two revisions of an announcement; null when it has no such revisions. */
export class AnnouncementDiff extends Query<AnnouncementDifference | null> {
  constructor(
    readonly id: string,
    readonly from: number,
    readonly to: number,
  ) {
    super();
  }
}

@QueryHandler(AnnouncementDiff)
export class AnnouncementDiffHandler implements IQueryHandler<AnnouncementDiff> {
  constructor(
    private readonly reads: ViewReads,
    private readonly events: AnnouncementEvents,
  ) {}

  async execute({ id, from, to }: AnnouncementDiff): Promise<AnnouncementDifference | null> {
    const own = await this.reads.at(NOW, (views) => this.events.known(id, views));
    const positionOf = (revision: number) =>
      own.find((event) => ownerOf(event.stream).id === id && event.revision === revision)?.position;
    const [first, second] = [positionOf(from), positionOf(to)];
    if (first === undefined || second === undefined) return null;
    const stateAt = (knownAt: string) =>
      this.reads.at({ asOf: null, knownAt }, async (views) =>
        foldAnnouncement(id, await this.events.known(id, views), null),
      );
    return { from, to, changes: fieldChanges(await stateAt(first), await stateAt(second)) };
  }
}
