import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  AnnouncementDiff,
  AnnouncementHistory,
  GetAnnouncement,
  GetFacets,
  GetItem,
  GetTimeline,
  ListAnnouncements,
} from '#projections';
import { Archive } from '#platform';
import type { z } from 'zod';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { diffQuery, facetsQuery, listQuery, timeQuery } from './announcements.schema.js';
import { found, pageOf, Reads } from './reads.js';
import {
  announcement,
  announcementPage,
  difference,
  facets,
  history,
  item,
  timeline,
} from './answers/announcement.schema.js';

/** Announcements, at any moment of both time axes. */
@Controller('v1')
export class AnnouncementsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly reads: Reads,
    private readonly archive: Archive,
  ) {}

  @Get('announcements')
  @Endpoint({
    summary: 'Announcements, newest first, as of any date, as known at any moment.',
    access: 'read',
    query: listQuery,
    response: announcementPage,
  })
  async list(@Query(new ZodPipe(listQuery)) query: z.infer<typeof listQuery>) {
    const { asOf, knownAt, tz, minPosition, cursor, limit, order, ...asked } = query;
    const moment = await this.reads.moment({ asOf, knownAt, tz, minPosition });
    const page = { order, limit, cursor: cursor ?? null };
    return pageOf(
      await this.queries.execute(new ListAnnouncements(this.reads.filter(asked, tz), moment, page)),
    );
  }

  @Get('announcements/:id')
  @Endpoint({
    summary: 'One announcement; a merged one says into which.',
    access: 'read',
    query: timeQuery,
    response: announcement,
  })
  async one(@Param('id') id: string, @Query(new ZodPipe(timeQuery)) time: z.infer<typeof timeQuery>) {
    return found(
      await this.queries.execute(new GetAnnouncement(id, await this.reads.moment(time))),
      'announcement',
    );
  }

  @Get('announcements/:id/history')
  @Endpoint({
    summary: 'Every event of it, oldest first, with what changed and why.',
    access: 'read',
    query: timeQuery,
    response: history,
  })
  async history(@Param('id') id: string, @Query(new ZodPipe(timeQuery)) time: z.infer<typeof timeQuery>) {
    const data = await this.queries.execute(new AnnouncementHistory(id, await this.reads.moment(time)));
    return { data: found(data, 'announcement') };
  }

  @Get('announcements/:id/diff')
  @Endpoint({
    summary: 'What differs between two of its revisions.',
    access: 'read',
    query: diffQuery,
    response: difference,
  })
  async diff(
    @Param('id') id: string,
    @Query(new ZodPipe(diffQuery)) { from, to }: z.infer<typeof diffQuery>,
  ) {
    return found(
      await this.queries.execute(new AnnouncementDiff(id, from, to)),
      'announcement with these revisions',
    );
  }

  @Get('facets')
  @Endpoint({
    summary: 'Counts by kind, year, place, organisation, language and source.',
    access: 'read',
    query: facetsQuery,
    response: facets,
  })
  async facets(@Query(new ZodPipe(facetsQuery)) query: z.infer<typeof facetsQuery>) {
    const { asOf, knownAt, tz, minPosition, ...asked } = query;
    const moment = await this.reads.moment({ asOf, knownAt, tz, minPosition });
    return this.queries.execute(new GetFacets(this.reads.filter(asked, tz), moment));
  }

  @Get('timeline')
  @Endpoint({
    summary: 'Counts by month and kind, for drawing.',
    access: 'read',
    query: facetsQuery,
    response: timeline,
  })
  async timeline(@Query(new ZodPipe(facetsQuery)) query: z.infer<typeof facetsQuery>) {
    const { asOf, knownAt, tz, minPosition, ...asked } = query;
    const moment = await this.reads.moment({ asOf, knownAt, tz, minPosition });
    return { data: await this.queries.execute(new GetTimeline(this.reads.filter(asked, tz), moment)) };
  }

  @Get('items/:id')
  @Endpoint({
    summary: 'The archived text of an item with its metadata.',
    access: 'read',
    query: timeQuery,
    response: item,
  })
  async item(@Param('id') id: string, @Query(new ZodPipe(timeQuery)) time: z.infer<typeof timeQuery>) {
    const item = found(await this.queries.execute(new GetItem(id, await this.reads.moment(time))), 'item');
    return { ...item, text: await this.archive.get(item.contentHash) };
  }
}
