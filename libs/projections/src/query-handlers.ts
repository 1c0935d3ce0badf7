import { GetActivityHandler, ListActivitiesHandler } from './activities/activities.queries.js';
import { AnnouncementEvents } from './announcements/announcement-events.js';
import {
  AnnouncementDiffHandler,
  AnnouncementHistoryHandler,
} from './announcements/announcement-history.queries.js';
import { GetAnnouncementHandler } from './announcements/get-announcement.queries.js';
import { ListAnnouncementsHandler } from './announcements/list-announcements.queries.js';
import { GetFacetsHandler } from './facets/get-facets.queries.js';
import { GetItemHandler } from './items/get-item.queries.js';
import { RecordingTimesHandler } from './log/recording-times.queries.js';
import { ViewReads } from './queries/view-reads.js';
import { GetReviewQueueHandler } from './review/review.queries.js';
import { GetSourceHandler, ListSourcesHandler } from './sources/sources.queries.js';
import { ResolveTimeHandler } from './time/resolve-time.queries.js';
import { GetTimelineHandler } from './timeline/get-timeline.queries.js';
import { ListWebhooksHandler } from './webhooks/webhooks.queries.js';

/**
 * Providers that answer every query on the QueryBus. They need Database, EventStore, Views and PublicLog beside
 * them.
 */
export const queryProviders = [
  ViewReads,
  AnnouncementEvents,
  ListAnnouncementsHandler,
  GetAnnouncementHandler,
  AnnouncementHistoryHandler,
  AnnouncementDiffHandler,
  GetFacetsHandler,
  ListActivitiesHandler,
  GetActivityHandler,
  GetTimelineHandler,
  GetReviewQueueHandler,
  ListSourcesHandler,
  GetSourceHandler,
  GetItemHandler,
  ListWebhooksHandler,
  ResolveTimeHandler,
  RecordingTimesHandler,
];
