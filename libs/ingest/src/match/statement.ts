import type { AnnouncementState, Reading } from '#domain';

/** What matching compares: a new reading, or a known announcement as it stands. */
export type Told = Pick<
  Reading & AnnouncementState,
  'kind' | 'activity' | 'phase' | 'title' | 'announcedAt' | 'happens' | 'place' | 'organisations' | 'people'
>;

/** The first part of the keys of activities of a kind's own: `summit/2023` is a summit's, not a publication's. */
const FAMILIES: Readonly<Record<string, string>> = {
  competition_registration: 'competition',
  competition_result: 'competition',
  office_opening: 'office',
  programme_launch: 'programme',
  member_activity: 'member',
  external_participation: 'external',
  call_for_entries: 'call',
};

/** Whether a statement is about the very thing that its activity key names, not something beside it. */
export function ownsActivity({ kind, activity }: Told): boolean {
  return activity !== null && activity.id.split('/')[0] === (FAMILIES[kind] ?? kind);
}

/** The edition's year: of the activity key, else of the day it happens; null when neither tells. */
export function editionOf({ activity, happens }: Told): number | null {
  const inKey = /(?:^|\/)((?:19|20)\d{2})(?:[-/]|$)/.exec(activity?.id ?? '')?.[1];
  const day = happens?.start ?? happens?.end;
  const year = inKey ?? day?.slice(0, 4);
  return year === undefined ? null : Number(year);
}
