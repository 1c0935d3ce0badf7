import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { instantOf, ResolveTime, type AnnouncementFilter, type Moment } from '#projections';
import { Problem } from '../http/problem.js';
import { Writer } from './writer.js';

export interface TimeTravel {
  asOf?: string | undefined;
  knownAt?: string | undefined;
  tz: string;
  minPosition?: string | undefined;
}

/** The filter of a request before its days are made instants. */
export type AskedFilter = Partial<Record<string, unknown>> & {
  announcedFrom?: string | undefined;
  announcedTo?: string | undefined;
};

/** What reads have in common: the moment they ask for, the filter, and what is not there. */
@Injectable()
export class Reads {
  constructor(
    private readonly queries: QueryBus,
    private readonly writer: Writer,
  ) {}

  /** The moment a request asks for, once the views have reached its minPosition. */
  async moment({ asOf, knownAt, tz, minPosition }: TimeTravel): Promise<Moment> {
    await this.writer.reach(minPosition);
    return this.queries.execute(
      new ResolveTime({ ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}), tz }),
    );
  }

  /** The filter a request asks for; days are whole days in its zone. */
  filter(asked: AskedFilter, tz: string): AnnouncementFilter {
    const { announcedFrom, announcedTo, ...rest } = asked;
    const filter = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as AnnouncementFilter;
    if (announcedFrom !== undefined)
      filter.announcedFrom = instantOf(announcedFrom, tz, 'start', '/announcedFrom');
    if (announcedTo !== undefined) filter.announcedTo = instantOf(announcedTo, tz, 'end', '/announcedTo');
    return filter;
  }
}

/** The thing itself, or a 404 problem that says what there is not. */
export function found<Thing>(thing: Thing | null | undefined, what: string): Thing {
  if (thing === null || thing === undefined)
    throw new Problem(404, `There is no such ${what}, at least not as of then.`);
  return thing;
}

/** A page in the form of the contract. */
export function pageOf<Row>({
  data,
  next,
  total,
  totalIsMinimum,
}: {
  data: Row[];
  next: string | null;
  total: number;
  totalIsMinimum?: boolean;
}) {
  return { data, page: { next }, total, ...(totalIsMinimum ? { totalIsMinimum: true } : {}) };
}
