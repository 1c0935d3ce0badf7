import { Injectable } from '@nestjs/common';
import { comparePositions, resolveMerges, streamOf, type AnnouncementEvent, type Recorded } from '#domain';
import { EventStore, upcast } from '#event-store';
import type { ViewsAt } from '../queries/view-reads.js';
import { mergeEventsOf } from './announcements-reading.js';
import { leadingTo } from './oracle.js';

/** The log's own events of an announcement, for what is told event by event. */
@Injectable()
export class AnnouncementEvents {
  constructor(private readonly store: EventStore) {}

  /** Everything known at the moment that the announcement folds: its own events and those merged into it. */
  async known(id: string, { sql, schemaOf, moment }: ViewsAt): Promise<Recorded<AnnouncementEvent>[]> {
    const merges = await mergeEventsOf(sql, schemaOf('announcements'), moment.knownAt);
    const events: Recorded<AnnouncementEvent>[] = [];
    for (const each of leadingTo(id, resolveMerges(merges)))
      for await (const stored of this.store.readStream(streamOf('announcement', each))) {
        if (comparePositions(stored.position, moment.knownAt) > 0) break;
        events.push(upcast(stored) as Recorded<AnnouncementEvent>);
      }
    return events;
  }
}
