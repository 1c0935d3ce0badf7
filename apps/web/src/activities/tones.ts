import type { ActivityStatus } from '#client';

const TONES = {
  open: 'good',
  under_way: 'good',
  scheduled: 'quiet',
  announced: 'quiet',
  closed: 'quiet',
  cancelled: 'bad',
} as const satisfies Record<ActivityStatus, string>;

/** How a status looks beside its word. */
export const toneOf = (status: ActivityStatus) => TONES[status];
