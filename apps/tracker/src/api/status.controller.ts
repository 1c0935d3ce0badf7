import { Controller, Get } from '@nestjs/common';
import { Deliveries } from '#delivery';
import { EXTRACTOR_VERSION } from '#extraction';
import { EventStore, lastSeal } from '#event-store';
import { PublicLog, Views } from '#projections';
import { Endpoint } from '../http/openapi.js';
import { SourceReader } from './source-reader.js';
import { status as trackerStatus } from './answers/operation.schema.js';

/** What this process is; a token for DI. */
export class About {
  constructor(
    readonly version: string,
    readonly roles: string[],
    readonly startedAt: string,
  ) {}
}

/** How the tracker stands. */
@Controller('v1/status')
export class StatusController {
  constructor(
    private readonly about: About,
    private readonly store: EventStore,
    private readonly views: Views,
    private readonly log: PublicLog,
    private readonly sources: SourceReader,
    private readonly deliveries: Deliveries,
  ) {}

  @Get()
  @Endpoint({
    summary: 'Version, log, last seal, positions, lag, sources by health, webhooks by state.',
    access: 'read',
    response: trackerStatus,
  })
  async status() {
    const [seal, lag, sources, webhooks] = await Promise.all([
      lastSeal(this.store),
      this.views.lag(this.store),
      this.sources.all(),
      this.deliveries.states(),
    ]);
    return {
      ...this.about,
      extractor: EXTRACTOR_VERSION,
      logId: await this.log.logId().catch(() => null),
      head: await this.store.head(),
      seal: seal && { ...(seal.data as object), sealedAt: seal.recordedAt },
      views: lag,
      skipped: await this.views.skipped(),
      sources: counted(sources.map(({ health }) => health)),
      webhooks: counted(webhooks.map(({ state }) => state)),
    };
  }
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
