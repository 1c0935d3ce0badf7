import {
  type AnnouncementState,
  type Happens,
  type Instant,
  type Kind,
  type LocalizedText,
  type Place,
} from '#domain';
import { activityDays } from './activity-days.js';
import { activityStatus, type ActivityStatus } from './activity-status.js';

/** A real-world thing that announcements are about, as they tell it. */
export interface ActivityView {
  id: string;
  kind: Kind;
  title: LocalizedText;
  status: ActivityStatus;
  happens: Happens | null;
  place: Place | null;
  theme: string | null;
  announcements: number;
  firstAnnouncedAt: Instant;
  lastAnnouncedAt: Instant;
}

/** What is read of an announcement for its activity. */
export type ToldOfActivity = Pick<
  AnnouncementState,
  'id' | 'kind' | 'activity' | 'phase' | 'title' | 'announcedAt' | 'happens' | 'place' | 'theme'
>;

/** The activity that at least one announcement tells of; `at` is the instant its status is meant for. */
export function activityView(id: string, told: readonly ToldOfActivity[], at: Instant): ActivityView {
  const ordered = inOrder(told);
  const latest = <T>(pick: (state: ToldOfActivity) => T | null) =>
    ordered.reduce<T | null>((known, state) => pick(state) ?? known, null);
  return {
    id,
    kind: commonKind(ordered),
    title: titleOf(ordered),
    status: activityStatus(ordered, at),
    happens: activityDays(ordered),
    place: latest(({ place }) => place),
    theme: latest(({ theme }) => theme),
    announcements: ordered.length,
    firstAnnouncedAt: ordered[0]!.announcedAt,
    lastAnnouncedAt: ordered.at(-1)!.announcedAt,
  };
}

/** What its announcements call it, the latest word counting; where none has a name for it, the first one's title. */
function titleOf(ordered: readonly ToldOfActivity[]): LocalizedText {
  const named = Object.assign({}, ...ordered.map(({ activity }) => activity?.title)) as LocalizedText;
  return Object.keys(named).length > 0 ? named : ordered[0]!.title;
}

/** In the order announced; of the same instant by id. */
export function inOrder<State extends Pick<AnnouncementState, 'announcedAt' | 'id'>>(
  states: readonly State[],
): State[] {
  const keyOf = ({ announcedAt, id }: State) => `${announcedAt}${id}`;
  return [...states].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The kind most announcements have; of equally many the one announced first. */
function commonKind(ordered: readonly ToldOfActivity[]): Kind {
  const counts = new Map<Kind, number>();
  for (const { kind } of ordered) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
