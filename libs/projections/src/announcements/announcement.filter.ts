import { STATUSES, type Day, type Instant, type Status } from '#domain';
import { queryTokens } from '../search/tokens.js';
import type { Parameters } from '../queries/parameters.js';
import { holdsAt, type PinnedMoment } from './moment.js';
import { ALL, HIDDEN, isVisible } from './terms.js';

/** What narrows a list of announcements down; members left out do not. */
export interface AnnouncementFilter {
  kind?: readonly string[];
  phase?: string;
  /** Default: published and corrected. */
  status?: readonly Status[];
  q?: string;
  lang?: string;
  /** Country code, or a part of the place's name. */
  place?: string;
  /** A part of an organisation's name. */
  organisation?: string;
  /** `summit/2023` itself, or everything under `summit`. */
  activity?: string;
  source?: string;
  /** Of what happens, or of the announcement where nothing says when it happens. */
  year?: number;
  announcedFrom?: Instant;
  /** Inclusive. */
  announcedTo?: Instant;
  /** Happens, at least partly, on or after / before. */
  happensFrom?: Day;
  happensTo?: Day;
}

/** A filter in SQL over `spans s`. */
export interface Match {
  /** Spans of any of these terms are looked through. */
  driving: string[];
  /** More that must hold, each an SQL condition. */
  conditions: string[];
}

/** Values of a looked-up dimension that a part of their name stands for, e.g. `place=`, `wuzhen`. */
export type TermsLike = (dimension: string, part: string) => Promise<string[]>;

/** Writes a filter as SQL. `asOf` and `knownAt` are the moment's placeholders. */
export async function matchOf(
  filter: AnnouncementFilter,
  at: { schema: string; asOf: string; knownAt: string; parameters: Parameters; termsLike: TermsLike },
): Promise<Match> {
  const marks = marksOf(filter.status);
  const groups = (await termGroups(filter, at.termsLike)).map((group) => marked(group, marks));
  const drivingGroup = groups.find((group) => group.length === 1);
  const holds = (row: string) => holdsAt(row, at.asOf, at.knownAt);
  const others = groups.filter((group) => group !== drivingGroup);
  return {
    driving: drivingGroup ?? marked([ALL], marks),
    conditions: [
      ...others.map((group) => hasTerm(at.schema, at.parameters.add(group), holds('x'))),
      ...announcedRange(filter, at.parameters),
      ...happensRange(filter, at.schema, at.parameters, holds('h')),
      ...searched(filter.q, at.schema, at.parameters, holds('r')),
    ],
  };
}

/** The moment's placeholders. */
export function momentParameters(parameters: Parameters, { asOf, knownAt }: PinnedMoment) {
  return { asOf: parameters.add(asOf), knownAt: parameters.add(knownAt) };
}

function marksOf(status: readonly Status[] | undefined): string[] {
  if (status === undefined) return [''];
  return [...new Set(status.map((each) => (isVisible({ status: each }) ? '' : HIDDEN)))];
}

function marked(terms: readonly string[], marks: readonly string[]): string[] {
  return terms.flatMap((term) => marks.map((mark) => mark + term));
}

async function termGroups(filter: AnnouncementFilter, like: TermsLike): Promise<string[][]> {
  const { kind, status, year, place, organisation, activity } = filter;
  const groups: (string[] | null)[] = [
    kind?.map((each) => `kind=${each}`) ?? null,
    status && status.length < STATUSES.length ? status.map((each) => `status=${each}`) : null,
    one('phase', filter.phase),
    one('language', filter.lang),
    one('source', filter.source),
    one('year', year === undefined ? undefined : String(year).padStart(4, '0')),
    place === undefined ? null : [...(await like('place', place)), `country=${place.toUpperCase()}`],
    organisation === undefined ? null : await like('organisation', organisation),
    activity === undefined ? null : await like('activity', activity),
  ];
  return groups.filter((group) => group !== null);
}

function one(dimension: string, value: string | undefined): string[] | null {
  return value === undefined ? null : [`${dimension}=${value}`];
}

function hasTerm(schema: string, terms: string, holds: string): string {
  return `EXISTS (SELECT 1 FROM ${schema}.spans x
    WHERE x.announcement = s.announcement AND x.term = ANY(${terms}::text[]) AND ${holds})`;
}

function announcedRange(
  { announcedFrom, announcedTo }: AnnouncementFilter,
  parameters: Parameters,
): string[] {
  return [
    ...(announcedFrom === undefined
      ? []
      : [`s.announced_at >= ${parameters.add(announcedFrom)}::timestamptz`]),
    ...(announcedTo === undefined ? [] : [`s.announced_at <= ${parameters.add(announcedTo)}::timestamptz`]),
  ];
}

function happensRange(
  { happensFrom, happensTo }: AnnouncementFilter,
  schema: string,
  parameters: Parameters,
  holds: string,
): string[] {
  if (happensFrom === undefined && happensTo === undefined) return [];
  const bounds = [
    ...(happensFrom === undefined
      ? []
      : [`coalesce(h.happens_end, h.happens_start) >= ${parameters.add(happensFrom)}::date`]),
    ...(happensTo === undefined
      ? []
      : [`coalesce(h.happens_start, h.happens_end) <= ${parameters.add(happensTo)}::date`]),
  ];
  return [
    `EXISTS (SELECT 1 FROM ${schema}.rectangles h
       WHERE h.announcement = s.announcement AND ${holds} AND ${bounds.join(' AND ')})`,
  ];
}

function searched(q: string | undefined, schema: string, parameters: Parameters, holds: string): string[] {
  const tokens = queryTokens(q ?? '');
  if (tokens.length === 0) return [];
  return [
    `EXISTS (SELECT 1 FROM ${schema}.rectangles r JOIN ${schema}.texts t USING (announcement, text)
       WHERE r.announcement = s.announcement AND ${holds} AND t.tokens @> ${parameters.add(tokens)}::text[])`,
  ];
}
