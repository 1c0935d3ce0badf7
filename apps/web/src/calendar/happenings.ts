import type { Announcement, Localized } from '#client';
import type { Day } from '../time/days.js';

/** Something on the calendar: one bar, however many announcements tell of it. */
export interface Happening {
  key: string;
  kind: Announcement['kind'];
  /** What its bar says: an activity's name, else the title of the latest announcement. */
  title: Localized;
  /** The latest announcement that tells of it. */
  id: string;
  activity: string | null;
  start: Day | null;
  end: Day | null;
  precision: 'day' | 'month' | 'quarter' | 'year';
  /** A registration or call: its days are when one can answer, so only the first and last one are shown. */
  isCall: boolean;
  announcements: number;
}

/** What happens, from announcements in any order: what tells of the same is one, with the dates told last. */
export function happeningsOf(announcements: readonly Announcement[]): Happening[] {
  const dated = announcements.filter(({ happens }) => happens !== null);
  const ordered = [...dated].sort((a, b) => (a.announcedAt < b.announcedAt ? -1 : 1));
  const found = new Map<string, Happening>();
  for (const announcement of ordered) {
    const key = keyOf(announcement);
    found.set(key, told(announcement, key, found.get(key)));
  }
  return [...found.values()];
}

/** An announcement without an activity stands for itself; of an activity, the opening and the results are two. */
function keyOf({ id, activity, kind, phase }: Announcement): string {
  return activity ? `${activity.id} ${kind} ${phase === 'result' ? 'result' : ''}` : id;
}

function told(announcement: Announcement, key: string, before: Happening | undefined): Happening {
  const { id, kind, activity, title } = announcement;
  const { start, end, precision } = announcement.happens!;
  const named = activity && Object.keys(activity.title).length > 0 ? activity.title : null;
  return {
    ...{ key, id, kind, precision },
    ...daysOf({ start, end, precision }, before),
    title: named ?? title,
    activity: activity?.id ?? null,
    isCall: kind === 'competition_registration' || kind === 'call_for_entries',
    announcements: (before?.announcements ?? 0) + 1,
  };
}

type Dates = Pick<Happening, 'start' | 'end' | 'precision'>;

/** A later word that leaves one end open keeps what was told of it before, where both fit together. */
function daysOf({ start, end, precision }: Dates, before: Dates | undefined): Pick<Dates, 'start' | 'end'> {
  if (!before || precision !== 'day' || before.precision !== 'day') return { start, end };
  const first = start ?? before.start;
  const last = end ?? before.end;
  return first !== null && last !== null && first > last ? { start, end } : { start: first, end: last };
}
