import type { Activity } from '#client';
import { daysBetween, type Day } from '../time/days.js';
import { familyOf } from './families.js';

/** What one may take part in now: until when, as far as that was told. */
export interface OpenCall {
  activity: Activity;
  /** Days from the chosen one to the last, both counted as days: 0 is today. Null where no end was told. */
  daysLeft: number | null;
}

/** Activities as they stand on a day. */
export interface Groups {
  open: OpenCall[];
  underWay: Activity[];
  upcoming: Activity[];
  /** Offices and programmes that go on. */
  standing: Activity[];
  /** Begun long ago, and no end was ever told. */
  unended: Activity[];
  past: { year: string; activities: Activity[] }[];
}

/** After so many days without a word, what has no end is no longer taken to go on. */
const FRESH_DAYS = { call: 120, event: 14, plan: 400 };

type Group = keyof Groups;
type Grouped = Pick<Activity, 'id' | 'status' | 'happens' | 'lastAnnouncedAt'>;

/** Whether it began long ago and no end was ever told. */
export const isUnended = (activity: Grouped, today: Day, dayOf: (instant: string) => Day): boolean =>
  groupOf(activity, today, dayOf) === 'unended';

/** Sorted into groups for a day: each activity is in exactly one. */
export function grouped(
  activities: readonly Activity[],
  today: Day,
  dayOf: (instant: string) => Day,
): Groups {
  const sorted = partedBy(activities, (activity) => groupOf(activity, today, dayOf));
  const of = (group: Group) => sorted.get(group) ?? [];
  const startOf = (activity: Activity) => firstDay(activity, dayOf);
  const ascending = (a: Activity, b: Activity) => compare(startOf(a), startOf(b));
  const descending = (a: Activity, b: Activity) => ascending(b, a);
  const open = of('open').map((activity) => ({ activity, daysLeft: daysLeft(activity, today) }));
  const years = partedBy(of('past'), (activity) => startOf(activity).slice(0, 4));
  return {
    open: open.sort(
      (a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || ascending(a.activity, b.activity),
    ),
    underWay: of('underWay').sort(ascending),
    upcoming: of('upcoming').sort(ascending),
    standing: of('standing').sort(ascending),
    unended: of('unended').sort(descending),
    past: [...years]
      .map(([year, all]) => ({ year, activities: all.sort(descending) }))
      .sort((a, b) => compare(b.year, a.year)),
  };
}

function groupOf(activity: Grouped, today: Day, dayOf: (instant: string) => Day): Group {
  const silentFor = daysBetween(dayOf(activity.lastAnnouncedAt), today);
  const isFresh = (days: number) => silentFor <= days;
  switch (activity.status) {
    case 'open':
      if (isStanding(activity.id)) return 'standing';
      return endOf(activity) !== null || isFresh(FRESH_DAYS.call) ? 'open' : 'unended';
    case 'under_way':
      return endOf(activity) !== null || isFresh(FRESH_DAYS.event) ? 'underWay' : 'unended';
    case 'scheduled':
      return 'upcoming';
    case 'announced':
      if (isStanding(activity.id)) return 'standing';
      return isFresh(FRESH_DAYS.plan) ? 'upcoming' : 'past';
    default:
      return 'past';
  }
}

/** Offices and programmes go on once they are there; a call for one ends. */
const isStanding = (id: string) => /^(office|programme)\//.test(id);
const endOf = ({ happens }: Grouped): Day | null => happens?.end ?? null;

function daysLeft(activity: Activity, today: Day): number | null {
  const end = endOf(activity);
  return end === null ? null : daysBetween(today, end);
}

/** The day it is sorted by: its first, else its last, else the first it was told on. */
export function firstDay({ happens, firstAnnouncedAt }: Activity, dayOf: (instant: string) => Day): Day {
  return happens?.start ?? happens?.end ?? dayOf(firstAnnouncedAt);
}

/** Parted by a key, in the order they came; `Map.groupBy` for runtimes that have none. */
function partedBy<Key>(all: readonly Activity[], keyOf: (each: Activity) => Key): Map<Key, Activity[]> {
  const parts = new Map<Key, Activity[]>();
  for (const each of all) parts.set(keyOf(each), [...(parts.get(keyOf(each)) ?? []), each]);
  return parts;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What a person restricts the list to; empty texts restrict nothing. */
export interface Wanted {
  family: string;
  status: string;
  q: string;
}

/** Those that are wanted; every word of `q` is found in a title in either language, the theme, place or key. */
export function matching(activities: readonly Activity[], { family, status, q }: Wanted): Activity[] {
  const asked = q.toLowerCase().split(/\s+/).filter(Boolean);
  return activities.filter((activity) => {
    const { id, title, theme, place } = activity;
    const text = [id, title.en, title.zh, theme, place?.name].join('\n').toLowerCase();
    return (
      (family === '' || familyOf(id) === family) &&
      (status === '' || activity.status === status) &&
      asked.every((word) => text.includes(word))
    );
  });
}

/** How many there are of each family. */
export function countsOf(activities: readonly Activity[]): Map<string, number> {
  const parts = partedBy(activities, ({ id }) => familyOf(id));
  return new Map([...parts].map(([family, { length }]) => [family, length]));
}
