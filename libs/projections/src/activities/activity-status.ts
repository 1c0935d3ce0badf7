import { dayOf, WIC_TZ, type Day, type Happens, type Instant, type Kind, type Phase } from '#domain';
import { activityDays, lastDayOfMeeting } from './activity-days.js';

export const ACTIVITY_STATUSES = [
  'announced',
  'scheduled',
  'open',
  'under_way',
  'closed',
  'cancelled',
] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** What an announcement says of its activity's course. */
export interface Milestone {
  kind: Kind;
  phase: Phase | null;
  announcedAt: Instant;
  happens: Happens | null;
}

/** How an activity stands at an instant, from its announcements made by then, in the order they were made. */
export function activityStatus(milestones: readonly Milestone[], at: Instant): ActivityStatus {
  const today = dayOf(at, WIC_TZ);
  const last = milestones.findLast(({ phase }) => phase !== null);
  if (last?.phase === 'cancel') return 'cancelled';
  const kinds = new Set(milestones.map(({ kind }) => kind));
  if (kinds.has('office_opening')) return officeStatus(milestones, today);
  if (kinds.has('competition_registration') || kinds.has('call_for_entries'))
    return registrationStatus(milestones, today);
  return eventStatus(milestones, today);
}

/** Offices open on a day and stay open until they close. */
function officeStatus(milestones: readonly Milestone[], today: Day): ActivityStatus {
  if (milestones.some(({ phase, happens }) => phase === 'close' && hasBegun(happens, today))) return 'closed';
  const opened = milestones.some(({ phase, happens }) => phase === 'open' && hasBegun(happens, today));
  return opened ? 'open' : 'announced';
}

/** Registration is open from its announcement, or its stated start, to its stated deadline; results end it. */
function registrationStatus(milestones: readonly Milestone[], today: Day): ActivityStatus {
  const calls = milestones.filter(
    ({ kind }) => kind === 'competition_registration' || kind === 'call_for_entries',
  );
  const ended = milestones.some(({ kind, phase }) => kind === 'competition_result' || phase === 'result');
  const closed = calls.some(({ phase, happens }) => phase === 'close' && hasEnded(happens, today));
  const dated = calls.findLast(({ happens }) => happens !== null)?.happens ?? null;
  if (ended || closed || isPast(dated, today)) return 'closed';
  return isAhead(dated, today) ? 'announced' : 'open';
}

/** Kinds whose activities end after some days even where nobody tells the end. */
const MEETINGS: readonly Kind[] = ['summit', 'forum', 'symposium', 'expo', 'exchange'];

/** Everything else takes place between two days. */
function eventStatus(milestones: readonly Milestone[], today: Day): ActivityStatus {
  if (milestones.some(({ phase, happens }) => phase === 'close' && hasEnded(happens, today))) return 'closed';
  const happens = activityDays(milestones);
  if (happens === null) return milestones.some(({ phase }) => phase === 'result') ? 'closed' : 'announced';
  const isMeeting = milestones.some(({ kind }) => MEETINGS.includes(kind));
  const last = isMeeting ? lastDayOfMeeting(happens) : happens.end;
  if (last !== null && today > last) return 'closed';
  return isAhead(happens, today) ? 'scheduled' : 'under_way';
}

function isPast(happens: Happens | null, today: Day): boolean {
  return happens !== null && happens.end !== null && today > happens.end;
}

function isAhead(happens: Happens | null, today: Day): boolean {
  return happens !== null && happens.start !== null && today < happens.start;
}

/** Without a stated day, what is told has happened. */
function hasBegun(happens: Happens | null, today: Day): boolean {
  const first = happens?.start ?? happens?.end ?? null;
  return first === null || first <= today;
}

function hasEnded(happens: Happens | null, today: Day): boolean {
  const last = happens?.end ?? happens?.start ?? null;
  return last === null || last <= today;
}
