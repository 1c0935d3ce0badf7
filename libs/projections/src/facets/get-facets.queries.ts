import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AnnouncementFilter } from '../announcements/announcement.filter.js';
import type { Moment } from '../announcements/moment.js';
import { ViewReads } from '../queries/view-reads.js';
import { countTerms } from './term-counts.js';

export const FACETS = ['kind', 'year', 'place', 'organisation', 'language', 'source'] as const;
export type Facet = (typeof FACETS)[number];

/** Counts by value, largest first. */
export type Facets = Record<Facet, { value: string; count: number }[]>;

/** How many announcements that match have each value, by facet. */
export class GetFacets extends Query<Facets> {
  constructor(
    readonly filter: AnnouncementFilter,
    readonly moment: Moment,
  ) {
    super();
  }
}

@QueryHandler(GetFacets)
export class GetFacetsHandler implements IQueryHandler<GetFacets> {
  constructor(private readonly reads: ViewReads) {}

  async execute({ filter, moment }: GetFacets): Promise<Facets> {
    const counts = await this.reads.at(moment, (views) => countTerms(views, FACETS, filter));
    const facets = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Facets;
    for (const { dimension, value, count } of counts) facets[dimension as Facet].push({ value, count });
    return facets;
  }
}
