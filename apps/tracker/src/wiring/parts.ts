import type { CommandBus } from '@nestjs/cqrs';
import { Act } from '#commands';
import { Deliverer, Deliveries, LiveHub, Subscriptions, SystemClock, type DeliveryPorts } from '#delivery';
import { openLog } from '#event-store';
import { defaultKnowledge } from '#extraction';
import { extractorOf, ParserThread, Poller, type Extractor } from '#ingest';
import {
  KnownAnnouncementIndex,
  ListActivitiesHandler,
  PgPublicLog,
  Projector,
  projections,
  ViewReads,
  Views,
} from '#projections';
import { OpenStreams } from '../api/open-streams.js';
import { Jobs } from '../api/jobs.js';
import { KnownSummits } from '../roles/known-summits.js';
import { PollRunner } from '../roles/poll-runner.js';
import { Readings } from '../roles/readings.js';
import type { Foundation } from './foundation.js';
import { StartHealth } from './ready-checks.js';

const LOG_BEGUN_MS = 5000;

/** Everything the roles and the API are made of, over the foundation. */
export type Parts = ReturnType<typeof makeParts>;

/**
 * Puts the libs together. `commands` is the bus that carries out what ingest and delivery return; `extractor` reads
 * texts, where another than our own is to do it.
 */
export function makeParts(
  base: Foundation,
  commands: CommandBus,
  extractor: Extractor = extractorOf(defaultKnowledge),
) {
  const { database, store, leases, archive, outbound, logger, metrics } = base;
  const knowledge = defaultKnowledge;
  const views = new Views(database, projections);
  const publicLog = new PgPublicLog(database, views);
  const known = new KnownAnnouncementIndex(database, views, store);
  const onError = (error: unknown) =>
    logger.warn({ err: error }, 'The views had trouble; they go on where they were');
  const parsers = new ParserThread();
  const clock = () => new Date().toISOString();
  const summits = new KnownSummits(new ListActivitiesHandler(new ViewReads(database, views)), onError);
  const poller = new Poller({
    ...{ database, http: outbound, archive, extractor, clock, parsers, summits },
    random: Math.random,
  });
  const delivery = deliveryPorts(base, publicLog, commands, views);
  return {
    ...base,
    ...{ commands, knowledge, views, publicLog, known, extractor, parsers, poller, delivery },
    projector: new Projector({ database, store, leases, projections, views, onError }),
    runner: new PollRunner(poller, commands),
    readings: new Readings(database),
    deliverer: new Deliverer(delivery),
    subscriptions: new Subscriptions(delivery),
    deliveries: new Deliveries(delivery),
    hub: new LiveHub(publicLog),
    streams: new OpenStreams(metrics),
    jobs: new Jobs(),
    start: new StartHealth(),
  };
}

function deliveryPorts(
  base: Foundation,
  log: PgPublicLog,
  commands: CommandBus,
  views: Views,
): DeliveryPorts {
  const { database, leases, wakeUps, outbound, secrets, logger, store } = base;
  const beginLog = async () => {
    await openLog(store);
    await views.waitFor(await store.head(), LOG_BEGUN_MS);
  };
  const execute: DeliveryPorts['execute'] = (id, command) =>
    commands.execute(new Act('webhook', id, command, { actor: 'deliverer' }));
  const onError = (error: unknown, during: string) =>
    logger.warn({ err: error, during }, 'A delivery had trouble');
  const onNotice = (message: string, webhook: string) => logger.warn({ webhook }, message);
  return {
    ...{ database, leases, wakeUps, outbound, secrets, log, clock: new SystemClock() },
    ...{ beginLog, execute, onError, onNotice },
  };
}
