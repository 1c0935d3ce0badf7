import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { atomFeed, calendar, jsonFeed, rssFeed, type FeedAbout, type FeedAnnouncement } from '#delivery';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Endpoint } from '../http/openapi.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { calendarQuery, feedQuery } from './announcements.schema.js';
import { FeedContent } from './feed-content.js';

type Write = (announcements: readonly FeedAnnouncement[], about: FeedAbout) => string;

/** What is on the calendar although it was called off: its entry has to say so to those who have it. */
const ON_CALENDAR = ['published', 'corrected', 'withdrawn', 'merged'] as const;

/** Announcements for feed readers and calendars: any filter, at any moment of both time axes. */
@Controller('v1')
export class FeedsController {
  constructor(private readonly content: FeedContent) {}

  @Get('feed.rss')
  @Endpoint({
    summary: 'RSS 2.0.',
    access: 'read',
    query: feedQuery,
    contentType: 'application/rss+xml',
  })
  rss(
    @Query(new ZodPipe(feedQuery)) query: z.infer<typeof feedQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(query, request, reply.type('application/rss+xml; charset=utf-8'), rssFeed);
  }

  @Get('feed.atom')
  @Endpoint({ summary: 'Atom.', access: 'read', query: feedQuery, contentType: 'application/atom+xml' })
  atom(
    @Query(new ZodPipe(feedQuery)) query: z.infer<typeof feedQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(query, request, reply.type('application/atom+xml; charset=utf-8'), atomFeed);
  }

  @Get('feed.json')
  @Endpoint({
    summary: 'JSON Feed 1.1.',
    access: 'read',
    query: feedQuery,
    contentType: 'application/feed+json',
  })
  json(
    @Query(new ZodPipe(feedQuery)) query: z.infer<typeof feedQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(query, request, reply.type('application/feed+json; charset=utf-8'), jsonFeed);
  }

  @Get('calendar.ics')
  @Endpoint({
    summary: 'iCalendar of what happens when; what was called off is there as cancelled.',
    access: 'read',
    query: calendarQuery,
    contentType: 'text/calendar',
  })
  async ics(
    @Query(new ZodPipe(calendarQuery)) query: z.infer<typeof calendarQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { asOf, knownAt, tz, minPosition, ...asked } = query;
    const time = { asOf, knownAt, tz, minPosition };
    const all = await this.content.all({ status: [...ON_CALENDAR], ...asked }, time);
    const text = calendar(all, this.content.about(request, asked.lang));
    return reply.type('text/calendar; charset=utf-8').send(text);
  }

  private async feed(
    { asOf, knownAt, tz, minPosition, limit, ...asked }: z.infer<typeof feedQuery>,
    request: FastifyRequest,
    reply: FastifyReply,
    write: Write,
  ) {
    const latest = await this.content.latest(asked, { asOf, knownAt, tz, minPosition }, limit);
    return reply.send(write(latest, this.content.about(request, asked.lang)));
  }
}
