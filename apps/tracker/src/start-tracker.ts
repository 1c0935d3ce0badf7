import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Extractor } from '#ingest';
import { checkAll, NestLogger, type Config, type Logger, type Role } from '#platform';
import { About } from './api/status.controller.js';
import { HealthChecks } from './api/operations.controller.js';
import { frameworkError } from './http/framework-error.js';
import { prepareHttp } from './http/prepare-http.js';
import { PARTS, TrackerModule } from './tracker.module.js';
import { declareFigures } from './wiring/figures.js';
import { openFoundation, type Foundation } from './wiring/foundation.js';
import type { Parts } from './wiring/parts.js';
import { START, type Running } from './wiring/roles.js';
import { version } from './version.js';

const MAX_BODY_BYTES = 2 * 1024 * 1024;
const LOOK_MS = 50;
const ANSWER_WITHIN_MS = 3000;

/** A running program. */
export interface Tracker {
  url: string;
  config: Config;
  /** The admin key made at the very first start, else null. */
  firstKey: string | null;
  /** Ends it in good order: no new requests, streams closed, work under way finished, the database stopped. */
  stop(): Promise<void>;
}

/** Starts everything the configuration asks for, with our own extractor or the one given. Resolves once it is ready. */
export async function startTracker(config: Config, logger: Logger, extractor?: Extractor): Promise<Tracker> {
  const base = await openFoundation(config, logger);
  const begun = new Map<Role, Running>();
  let app: NestFastifyApplication | null = null;
  const stop = async () => {
    await begun.get('api')?.stop();
    begun.delete('api');
    if (app) await closeHttp(app); // before the roles: requests under way may wait for what they do
    await Promise.all([...begun.values()].map((role) => role.stop()));
    await app?.close();
    await base.close();
  };
  try {
    app = await makeApp(base, extractor);
    const parts = app.get<Parts>(PARTS);
    declareFigures(parts);
    await parts.views.open();
    for (const role of inOrder(config)) begun.set(role, await START[role](parts));
    if (!config.chronicle || !config.roles.has('reader')) parts.start.tell(null);
    const first = config.adminKey === null && config.roles.has('api') ? await base.keys.ensureFirst() : null;
    await app.listen({ port: config.port, host: config.host });
    await untilReady(app, logger);
    return { url: config.publicUrl ?? (await app.getUrl()), config, firstKey: first?.key ?? null, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function makeApp(base: Foundation, extractor?: Extractor): Promise<NestFastifyApplication> {
  const about = new About(version(), [...base.config.roles], new Date().toISOString());
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: false,
    forceCloseConnections: 'idle',
    frameworkErrors: frameworkError,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    TrackerModule.over(base, about, extractor),
    adapter,
    {
      logger: new NestLogger(base.logger),
      abortOnError: false,
    },
  );
  await prepareHttp(app, base.metrics);
  await app.init();
  return app;
}

/** Lets requests under way be answered; who is slower than that, or never finishes asking, is cut. */
async function closeHttp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), ANSWER_WITHIN_MS);
  const answered = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
  clearInterval(answered);
}

/** The projector first: the others wait for its views. */
function inOrder({ roles }: Config) {
  return (['projector', 'api', 'reader', 'poller', 'deliverer'] as const).filter((role) => roles.has(role));
}

/** Waits while the start goes on, e.g. the chronicle is loaded; what is broken for longer is said by /health/ready. */
async function untilReady(app: NestFastifyApplication, logger: Logger): Promise<void> {
  const checks = app.get(HealthChecks).all;
  for (let told = ''; ; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
    const health = await checkAll(checks);
    const waiting = Object.entries(health.checks).filter(([, { ok }]) => !ok);
    if (waiting.every(([name]) => !['start', 'views'].includes(name))) return;
    const detail = waiting.map(([, { detail: said }]) => said).join(' ');
    if (detail !== told) logger.info(detail);
    told = detail;
  }
}
