import type { Activity, Announcement } from '#client';
import { daysBetween, type Day } from '../time/days.js';

/** One announcement in the story of an activity. */
export interface Chapter {
  announcement: Announcement;
  /** Days since the announcement before it; null for the first. */
  daysLater: number | null;
  /** Whether it says another time than was last told. */
  isMoved: boolean;
}

/** The announcements of an activity, in the order announced, each with what it adds. */
export function storyOf(announcements: readonly Announcement[], dayOf: (instant: string) => Day): Chapter[] {
  let told: string | null = null;
  return announcements.map((announcement, at) => {
    const before = announcements[at - 1];
    const { happens } = announcement;
    const says = happens && JSON.stringify([happens.start, happens.end]);
    const isMoved = told !== null && says !== null && says !== told;
    told = says ?? told;
    const daysLater = before ? daysBetween(dayOf(before.announcedAt), dayOf(announcement.announcedAt)) : null;
    return { announcement, daysLater, isMoved };
  });
}

/** What is still to come of an activity on a day: that it begins, or that it ends. Null when nothing is. */
export function comingOf(
  { happens, status }: Pick<Activity, 'happens' | 'status'>,
  today: Day,
): { what: 'begins' | 'ends'; day: Day; inDays: number } | null {
  if (!happens || status === 'cancelled' || happens.precision !== 'day') return null;
  const { start, end } = happens;
  if (start !== null && start > today)
    return { what: 'begins', day: start, inDays: daysBetween(today, start) };
  if (end !== null && end > today) return { what: 'ends', day: end, inDays: daysBetween(today, end) };
  return null;
}
