import { AnnouncementFinder } from '../announcements/announcement-finder.js';
import type { FedView } from '../announcements/fed-view.fixture.js';
import { pin, type Moment } from '../announcements/moment.js';
import type { ViewReads, ViewsAt } from './view-reads.js';

/** Reads of one hand-fed view, as if everything in it had been committed up to position 1,000,000. */
export function readsOf(view: FedView): ViewReads {
  const at = async <Result>(moment: Moment, work: (views: ViewsAt) => Promise<Result>) => {
    const pinned = pin(moment, '1000000');
    const { database: sql, schema } = view;
    const announcements = new AnnouncementFinder(sql, schema, pinned);
    return work({ sql, schemaOf: () => schema, moment: pinned, announcements });
  };
  return { at } as unknown as ViewReads;
}
