import { Module, type Abstract, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, Reflector } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { ActHandler } from '#commands';
import { Clock, Deliveries, LiveHub, Subscriptions } from '#delivery';
import { EventStore } from '#event-store';
import { ApiKeys, Archive, Database, Leases, Metrics, OutboundHttp, Secrets, StreamTickets } from '#platform';
import { KnownAnnouncementIndex, Projector, PublicLog, queryProviders, Views } from '#projections';
import { CONTROLLERS, SERVICES } from './api/controllers.js';
import { Jobs } from './api/jobs.js';
import { OpenStreams } from './api/open-streams.js';
import { HealthChecks } from './api/operations.controller.js';
import { PublicAddress } from './api/public-address.js';
import { About } from './api/status.controller.js';
import { AuthGuard } from './http/auth.guard.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimitGuard } from './http/rate-limit.guard.js';
import { RequestFormGuard } from './http/request-form.guard.js';
import type { Extractor } from '#ingest';
import { PollRunner } from './roles/poll-runner.js';
import { Readings } from './roles/readings.js';
import { DocumentPartsRef, ParsersRef, PollerRef, ReaderPartsRef } from './refs.js';
import type { Foundation } from './wiring/foundation.js';
import { healthChecks } from './wiring/health.js';
import { makeParts, type Parts } from './wiring/parts.js';

/** Everything the program is made of; a token for DI. */
export const PARTS = Symbol('parts');

type Token = Type | Abstract<unknown>;

/** The parts that are injected by their class. */
const INJECTED: [token: Token, part: (parts: Parts) => unknown][] = [
  [EventStore, ({ store }) => store],
  [Database, ({ database }) => database],
  [Leases, ({ leases }) => leases],
  [Archive, ({ archive }) => archive],
  [Secrets, ({ secrets }) => secrets],
  [OutboundHttp, ({ outbound }) => outbound],
  [ApiKeys, ({ keys }) => keys],
  [StreamTickets, ({ tickets }) => tickets],
  [Metrics, ({ metrics }) => metrics],
  [Views, ({ views }) => views],
  [KnownAnnouncementIndex, ({ known }) => known],
  [Projector, ({ projector }) => projector],
  [PublicLog, ({ publicLog }) => publicLog],
  [Clock, ({ delivery }) => delivery.clock],
  [LiveHub, ({ hub }) => hub],
  [OpenStreams, ({ streams }) => streams],
  [Subscriptions, ({ subscriptions }) => subscriptions],
  [Deliveries, ({ deliveries }) => deliveries],
  [PollRunner, ({ runner }) => runner],
  [Readings, ({ readings }) => readings],
  [Jobs, ({ jobs }) => jobs],
  [PollerRef, ({ poller }) => new PollerRef(poller)],
  [ParsersRef, ({ parsers }) => new ParsersRef(parsers)],
  [DocumentPartsRef, (parts) => new DocumentPartsRef(parts)],
  [ReaderPartsRef, (parts) => new ReaderPartsRef(parts)],
  [PublicAddress, ({ config }) => new PublicAddress(config.publicUrl)],
  [HealthChecks, (parts) => new HealthChecks(healthChecks(parts))],
];

/** The program as Nest sees it: the buses with their handlers, and the API. */
@Module({})
export class TrackerModule {
  static over(base: Foundation, about: About, extractor?: Extractor): DynamicModule {
    const parts: Provider = {
      provide: PARTS,
      inject: [CommandBus],
      useFactory: (commands: CommandBus) => makeParts(base, commands, extractor),
    };
    const injected = INJECTED.map(([provide, useFactory]): Provider => ({
      provide,
      inject: [PARTS],
      useFactory,
    }));
    return {
      module: TrackerModule,
      imports: [CqrsModule.forRoot()],
      controllers: base.config.roles.has('api') ? CONTROLLERS.all : CONTROLLERS.operations,
      providers: [
        ...[parts, ...injected, { provide: About, useValue: about }],
        { provide: ActHandler, inject: [PARTS], useFactory: ({ store }: Parts) => new ActHandler(store) },
        ...queryProviders,
        ...SERVICES,
        ...gates(base),
      ],
    };
  }
}

/** What every request passes: key, share, once per Idempotency-Key, and problems as RFC 9457. */
function gates({ keys, limits, tickets, config, idempotency, logger }: Foundation): Provider[] {
  const auth = (reflector: Reflector) => new AuthGuard(reflector, keys, limits, tickets, config.publicReads);
  return [
    { provide: APP_GUARD, inject: [Reflector], useFactory: auth },
    { provide: APP_GUARD, useFactory: () => new RateLimitGuard(limits) },
    {
      provide: APP_GUARD,
      inject: [Reflector],
      useFactory: (reflector: Reflector) => new RequestFormGuard(reflector),
    },
    { provide: APP_INTERCEPTOR, useFactory: () => new IdempotencyInterceptor(idempotency) },
    { provide: APP_FILTER, useFactory: () => new ProblemFilter(logger) },
  ];
}
