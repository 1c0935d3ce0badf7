import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DomainError } from '#domain';
import type { Moment } from '../announcements/moment.js';
import { PublicLog } from '../public-log/public-log.port.js';
import { instantOf, zoneOf } from './time-input.js';

/** Time travel as it is asked for: `asOf` a date or instant, `knownAt` a date, an instant or a position. */
export interface TimeInput {
  asOf?: string;
  knownAt?: string;
  tz?: string;
}

/** The moment that time travel from outside means. Rejects with DomainError `invalid`. */
export class ResolveTime extends Query<Moment> {
  constructor(readonly input: TimeInput) {
    super();
  }
}

@QueryHandler(ResolveTime)
export class ResolveTimeHandler implements IQueryHandler<ResolveTime> {
  constructor(private readonly log: PublicLog) {}

  async execute({ input: { asOf, knownAt, tz } }: ResolveTime): Promise<Moment> {
    const zone = zoneOf(tz);
    return {
      asOf: asOf === undefined ? null : instantOf(asOf, zone, 'end', '/asOf'),
      knownAt: knownAt === undefined ? null : await this.positionOf(knownAt, zone),
    };
  }

  private async positionOf(knownAt: string, zone: string): Promise<string> {
    if (!/^\d+$/.test(knownAt)) return this.log.positionAt(instantOf(knownAt, zone, 'end', '/knownAt'));
    if (knownAt.length > 18) throw new DomainError('invalid', 'No log has a position like that.', '/knownAt');
    return BigInt(knownAt).toString();
  }
}
