import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { comparePositions, dayEnd, dayStart, isDay, type Instant } from '#domain';
import {
  Clock,
  followLog,
  LiveHub,
  pageOrWait,
  readToHead,
  resolveCursor,
  toNdjson,
  unfold,
  type StreamFilter,
} from '#delivery';
import { StreamTickets } from '#platform';
import { EventStore, LOG_START } from '#event-store';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Authenticated } from '../http/auth.guard.js';
import { Endpoint } from '../http/openapi.js';
import { position } from '../http/fields.schema.js';
import { Problem } from '../http/problem.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { eventsQuery, replayQuery, streamQuery } from './log.schema.js';
import { OpenStreams } from './open-streams.js';
import { eventScopes } from './scopes.js';
import { logPage, ticket } from './answers/log.schema.js';

/** The log, live and past: pages, long-poll, NDJSON, event stream, replay. One cursor: the position. */
@Controller('v1')
export class LogController {
  constructor(
    private readonly hub: LiveHub,
    private readonly streams: OpenStreams,
    private readonly tickets: StreamTickets,
    private readonly clock: Clock,
    private readonly store: EventStore,
  ) {}

  @Get('events')
  @Endpoint({
    summary: 'The log from a position on; waits for news; NDJSON on Accept.',
    access: 'read',
    query: eventsQuery,
    response: logPage,
  })
  async events(
    @Query(new ZodPipe(eventsQuery)) query: z.infer<typeof eventsQuery>,
    @Req() request: Authenticated,
    @Res() reply: FastifyReply,
  ) {
    const after = await this.withinLog(await this.cursor(query.after ?? LOG_START));
    const signal = this.streams.signalFor(reply);
    const filter = filterOf(query, request);
    if (request.headers.accept?.includes('application/x-ndjson')) {
      const lines = toNdjson(readToHead({ hub: this.hub, after, filter, signal }));
      return reply.type('application/x-ndjson').send(Readable.from(lines));
    }
    const page = await pageOrWait({
      hub: this.hub,
      after,
      filter,
      limit: query.limit,
      waitMs: query.wait * 1000,
      signal,
    });
    const data = page.events.map(({ scope: _scope, ...event }) => event);
    return reply.send({ data, page: { next: page.next, hasMore: page.hasMore } });
  }

  @Get('stream')
  @Endpoint({
    summary: 'Events as they are recorded, resumable by Last-Event-ID.',
    access: 'stream',
    query: streamQuery,
    contentType: 'text/event-stream',
  })
  async stream(
    @Query(new ZodPipe(streamQuery)) query: z.infer<typeof streamQuery>,
    @Req() request: Authenticated,
    @Res() reply: FastifyReply,
  ) {
    const cursor = (request.headers['last-event-id'] as string | undefined) || query.after;
    const after = cursor === undefined ? null : await this.cursor(cursor);
    const filter = filterOf(query, request);
    await this.streams.serve(request, reply, (signal) => followLog({ hub: this.hub, after, filter, signal }));
  }

  @Get('replay')
  @Endpoint({
    summary:
      'History in announced order, at a speed in days a second; tells the day it has reached, resumable by Last-Event-ID.',
    access: 'read',
    query: replayQuery,
    contentType: 'text/event-stream',
  })
  async replay(
    @Query(new ZodPipe(replayQuery)) query: z.infer<typeof replayQuery>,
    @Req() request: Authenticated,
    @Res() reply: FastifyReply,
  ) {
    const { from, to, tz, speed } = query;
    const resumeAfter = lastEventId(request);
    const filter = filterOf(query, request);
    const bounds = { from: boundOf(from, tz, dayStart), to: boundOf(to, tz, dayEnd) };
    await this.streams.serve(request, reply, (signal) =>
      unfold({ log: this.hub.log, ...bounds, resumeAfter, speed, tz, filter, clock: this.clock, signal }),
    );
  }

  @Post('stream-tickets')
  @Endpoint({
    summary: 'A ticket for one browser stream within 60 s.',
    access: 'announcements:read',
    status: 201,
    response: ticket,
  })
  async ticket(@Req() { holder }: Authenticated) {
    return this.tickets.issue(holder!);
  }

  /** A page beyond the end would stay empty for ever, e.g. after a restore: better said than waited for. */
  private async withinLog(after: string): Promise<string> {
    const head = await this.store.head();
    if (comparePositions(after, head) <= 0) return after;
    const detail = `lies beyond the end of this log (${head}): it is of another log; begin anew`;
    throw new Problem(422, `/after: ${detail}`, { errors: [{ pointer: '/after', detail }] });
  }

  private async cursor(cursor: string): Promise<string> {
    const position = await resolveCursor(this.hub.log, cursor);
    if (position !== null) return position;
    throw new Problem(
      400,
      'A cursor is a position as it came from this tracker, or an instant of recording.',
      {
        errors: [{ pointer: '/after', detail: 'is neither a position nor an instant' }],
      },
    );
  }
}

type Asked = Pick<
  z.infer<typeof eventsQuery>,
  'type' | 'kind' | 'q' | 'lang' | 'place' | 'organisation' | 'activity'
>;

function filterOf(asked: Asked, request: Authenticated): StreamFilter {
  const {
    type: types,
    kind: kinds,
    q = null,
    lang = null,
    place = null,
    organisation = null,
    activity = null,
  } = asked;
  const scopes = eventScopes(request);
  return { scopes, q, lang, place, organisation, activity, ...(types && { types }), ...(kinds && { kinds }) };
}

/** A bare day is the whole day in its zone; an instant stands for itself. */
function boundOf(
  bound: string | undefined,
  tz: string,
  ofDay: (day: string, tz: string) => Instant,
): Instant | null {
  if (bound === undefined) return null;
  return isDay(bound) ? ofDay(bound, tz) : bound;
}

/** Where a replay is to go on; throws a problem for what is no position. */
function lastEventId({ headers }: Authenticated): string | null {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return null;
  const parsed = position.safeParse(id);
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'Last-Event-ID is a position as it came from this tracker.');
}
