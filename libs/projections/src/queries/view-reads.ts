import { Injectable } from '@nestjs/common';
import { comparePositions } from '#domain';
import { Database, type Sql } from '#platform';
import { AnnouncementFinder } from '../announcements/announcement-finder.js';
import { pin, type Moment, type PinnedMoment } from '../announcements/moment.js';
import { Views } from '../runner/views.js';

/** The views at one moment: whatever is read through it is consistent, since the index only grows. */
export interface ViewsAt {
  sql: Sql;
  schemaOf: (view: string) => string;
  moment: PinnedMoment;
  announcements: AnnouncementFinder;
}

export const NOW: Moment = { asOf: null, knownAt: null };

/** Reads of the live views. */
@Injectable()
export class ViewReads {
  constructor(
    private readonly database: Database,
    private readonly views: Views,
  ) {}

  /** Runs a read at a moment; what the views do not hold yet is not known at any moment. */
  async at<Result>(moment: Moment, work: (views: ViewsAt) => Promise<Result>): Promise<Result> {
    const position = await this.views.position();
    const { knownAt } = moment;
    const pinned = pin(moment, position);
    if (knownAt !== null && comparePositions(knownAt, position) > 0) pinned.knownAt = position;
    return this.views.read((schemaOf) =>
      work({
        sql: this.database,
        schemaOf,
        moment: pinned,
        announcements: new AnnouncementFinder(this.database, schemaOf('announcements'), pinned),
      }),
    );
  }
}
