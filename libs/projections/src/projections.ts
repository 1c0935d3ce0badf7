import { announcementsProjection } from './announcements/announcements.projection.js';
import { itemsProjection } from './items/items.projection.js';
import { logProjection } from './log/log.projection.js';
import { reviewProjection } from './review/review.projection.js';
import type { Projection } from './runner/projection.js';
import { sourcesProjection } from './sources/sources.projection.js';
import { webhooksProjection } from './webhooks/webhooks.projection.js';

/** Every view there is. */
export const projections: readonly Projection[] = [
  logProjection,
  announcementsProjection,
  reviewProjection,
  sourcesProjection,
  itemsProjection,
  webhooksProjection,
];
