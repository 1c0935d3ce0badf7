import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetActivity, ListActivities } from '#projections';
import { z } from 'zod';
import { paging, text, timeTravel, written } from '../http/fields.schema.js';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { timeQuery } from './announcements.schema.js';
import { found, pageOf, Reads } from './reads.js';
import { activity, activityPage, activityStatus } from './answers/activity.schema.js';
import { kind } from './answers/fields.schema.js';

const activitiesQuery = z.strictObject({
  kind: kind.optional(),
  status: activityStatus.optional(),
  year: written(1900, 2200).optional(),
  q: text(200).optional(),
  ...timeTravel,
  ...paging,
});

/** What announcements are about: summits, offices, competitions…, each with its status on a day. */
@Controller('v1/activities')
export class ActivitiesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly reads: Reads,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Activities with their status as of a day.',
    access: 'read',
    query: activitiesQuery,
    response: activityPage,
  })
  async list(@Query(new ZodPipe(activitiesQuery)) query: z.infer<typeof activitiesQuery>) {
    const { kind, status, year, q, cursor, limit, ...time } = query;
    const filter = Object.fromEntries(
      Object.entries({ kind, status, year, q }).filter(([, value]) => value !== undefined),
    );
    const page = { limit, cursor: cursor ?? null };
    return pageOf(
      await this.queries.execute(
        new ListActivities(filter, await this.reads.moment(time), new Date().toISOString(), page),
      ),
    );
  }

  /** Ids have slashes: `summit/2023`, also when they are not encoded. */
  @Get('*')
  @Endpoint({
    summary: 'One activity with its announcements in order.',
    access: 'read',
    query: timeQuery,
    response: activity,
  })
  async one(@Param('*') id: string, @Query(new ZodPipe(timeQuery)) time: z.infer<typeof timeQuery>) {
    const moment = await this.reads.moment(time);
    return found(
      await this.queries.execute(new GetActivity(id, moment, new Date().toISOString())),
      'activity',
    );
  }
}
