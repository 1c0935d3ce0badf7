import { ACTIVITY_STATUSES } from '#projections';
import { z } from 'zod';
import { named } from '../../http/named-schema.js';
import { announcement } from './announcement.schema.js';
import { at, happens, kind, localized, pageOfRows, place } from './fields.schema.js';

export const activityStatus = named('ActivityStatus', z.enum(ACTIVITY_STATUSES));

const about = {
  id: z.string(),
  kind,
  title: localized,
  status: activityStatus,
  happens: happens.nullable(),
  place: place.nullable(),
  theme: z.string().nullable(),
  firstAnnouncedAt: at,
  lastAnnouncedAt: at,
};

export const activityPage = pageOfRows(
  named(
    'Activity',
    z.object({ ...about, announcements: z.int() }),
    'What announcements are about, with their number and its status as of then.',
  ),
);
export const activity = named(
  'ActivityWithAnnouncements',
  z.object({ ...about, announcements: z.array(announcement) }),
);
