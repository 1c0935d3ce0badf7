import { dayOf, WIC_TZ, type AnnouncementEvent, type AnnouncementState, type Recorded } from '#domain';
import type { AnnouncementFilter } from '../announcements/announcement.filter.js';
import { IDS } from '../announcements/histories.fixture.js';
import type { Moment } from '../announcements/moment.js';
import { stateByFold } from '../announcements/oracle.js';

type Event = Recorded<AnnouncementEvent>;

/** What lists must show at a moment, from the log alone: newest announced first. */
export function matchingByFold(
  log: readonly Event[],
  moment: Moment,
  filter: AnnouncementFilter,
): AnnouncementState[] {
  return IDS.map((id) => stateByFold(id, log, moment))
    .filter((state) => state !== null)
    .filter((state) => CHECKS.every((check) => check(state, filter)))
    .sort((a, b) => (a.announcedAt + a.id < b.announcedAt + b.id ? 1 : -1));
}

type Check = (state: AnnouncementState, filter: AnnouncementFilter) => boolean;

const CHECKS: Check[] = [
  ({ status }, filter) => (filter.status ?? ['published', 'corrected']).includes(status),
  ({ kind }, filter) => filter.kind?.includes(kind) ?? true,
  ({ phase }, filter) => filter.phase === undefined || phase === filter.phase,
  (state, { q }) => q === undefined || textOf(state).includes(q.toLowerCase()),
  (state, { lang }) => lang === undefined || languagesOf(state).includes(lang),
  ({ place }, filter) =>
    filter.place === undefined ||
    place?.country?.toLowerCase() === filter.place ||
    (place?.name.toLowerCase().includes(filter.place) ?? false),
  ({ organisations }, { organisation }) =>
    organisation === undefined || organisations.some((name) => name.toLowerCase().includes(organisation)),
  ({ activity }, filter) =>
    filter.activity === undefined ||
    activity?.id === filter.activity ||
    (activity?.id.startsWith(`${filter.activity}/`) ?? false),
  ({ coverage }, { source }) => source === undefined || coverage.some(({ sourceId }) => sourceId === source),
  (state, { year }) => year === undefined || yearOf(state) === String(year),
  ({ announcedAt }, { announcedFrom }) => announcedFrom === undefined || announcedAt >= announcedFrom,
  ({ announcedAt }, { announcedTo }) => announcedTo === undefined || announcedAt <= announcedTo,
  ({ happens }, { happensFrom }) =>
    happensFrom === undefined || (happens !== null && (happens.end ?? happens.start)! >= happensFrom),
  ({ happens }, { happensTo }) =>
    happensTo === undefined || (happens !== null && (happens.start ?? happens.end)! <= happensTo),
];

/** Filters of every member, alone and together. */
export const FILTERS: AnnouncementFilter[] = [
  {},
  { kind: ['forum'] },
  { kind: ['forum', 'summit'], phase: 'plan' },
  { kind: ['reaction'] },
  { status: ['withdrawn', 'merged'] },
  { status: ['corrected'] },
  { status: ['published', 'merged'], kind: ['forum'] },
  { q: 'dialogue' },
  { q: '互联' },
  { q: '大会' },
  { lang: 'zh', year: 2023 },
  { year: 2024 },
  { place: 'qufu' },
  { place: 'cn', organisation: 'zhijiang' },
  { activity: 'forum' },
  { activity: 'forum/nishan/2023', source: 'source-of-item1' },
  { announcedFrom: '2023-06-02T00:00:00.000Z', announcedTo: '2023-06-04T00:00:00.000Z' },
  { happensFrom: '2023-07-03' },
  { happensTo: '2023-07-03', kind: ['forum'] },
];

/** Counts by value of a dimension. */
export function countsByFold(
  states: readonly AnnouncementState[],
  valuesOf: (state: AnnouncementState) => string[],
) {
  const counts: Record<string, number> = {};
  for (const state of states)
    for (const value of new Set(valuesOf(state))) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export const VALUES: Record<string, (state: AnnouncementState) => string[]> = {
  kind: ({ kind }) => [kind],
  year: (state) => [yearOf(state)],
  place: ({ place }) => (place ? [place.name] : []),
  organisation: ({ organisations }) => organisations,
  language: languagesOf,
  source: ({ coverage }) => coverage.map(({ sourceId }) => sourceId),
};

function yearOf({ happens, announcedAt }: AnnouncementState): string {
  return (happens?.start ?? happens?.end ?? dayOf(announcedAt, WIC_TZ)).slice(0, 4);
}

function languagesOf({ title, coverage }: AnnouncementState): string[] {
  return [...Object.keys(title), ...coverage.map(({ lang }) => lang)];
}

function textOf({ title, summary, activity, organisations, place }: AnnouncementState): string {
  return JSON.stringify([title, summary, activity?.title, organisations, place?.name]).toLowerCase();
}
