import { addDays, type Day, type Happens } from '#domain';

/** Meetings last days. Who tells of an opening and never of the end does not mean that it goes on. */
const LONGEST_MEETING_DAYS = 14;

/**
 * When an activity takes place, as its announcements tell it in the order they were made: the latest word counts,
 * and the day it leaves open is the one told before. So "to be held from 25 to 27 June" and then "opens on 26 June"
 * make 26 to 27 June.
 */
export function activityDays(told: readonly { happens: Happens | null }[]): Happens | null {
  return told.reduce<Happens | null>(
    (known, { happens }) => (happens ? joined(known, happens) : known),
    null,
  );
}

function joined(known: Happens | null, latest: Happens): Happens {
  if (known === null || latest.precision !== 'day' || known.precision !== 'day') return latest;
  const start = latest.start ?? known.start;
  const end = latest.end ?? known.end;
  const fits = start === null || end === null || start <= end;
  return fits ? { ...latest, start, end } : latest;
}

/** The last day on which a meeting can be thought to go on. */
export function lastDayOfMeeting({ start, end }: Happens): Day | null {
  return end ?? (start === null ? null : addDays(start, LONGEST_MEETING_DAYS - 1));
}
