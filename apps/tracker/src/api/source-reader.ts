import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetSource, ListSources, type SourceView } from '#projections';
import type { SourceHealth } from '#ingest';
import { PollerRef } from '../refs.js';
import { found } from './reads.js';

/** Sources as people see them: what the log tells, joined with how polling goes. */
@Injectable()
export class SourceReader {
  constructor(
    private readonly queries: QueryBus,
    private readonly poller: PollerRef,
  ) {}

  async all() {
    const sources = await this.queries.execute(new ListSources());
    const health = await this.poller.value.schedule.health(new Date().toISOString());
    return sources.map((source) =>
      joined(
        source,
        health.find(({ sourceId }) => sourceId === source.id),
      ),
    );
  }

  async one(id: string) {
    const source = found(await this.queries.execute(new GetSource(id)), 'source');
    const [health] = await this.poller.value.schedule.health(new Date().toISOString(), [id]);
    return joined(source, health);
  }
}

function joined(source: SourceView, health: SourceHealth | undefined) {
  const { sourceId: _id, ...polling } = health ?? {
    ...{
      sourceId: source.id,
      health: 'ok' as const,
      healthReason: null,
      lastFetchedAt: null,
      nextPollAt: null,
    },
    ...{
      nextPollReason: source.kind === 'hand' ? 'documents are given by hand' : 'not scheduled yet',
      failures: 0,
      lastError: null,
    },
  };
  return { ...source, ...polling, ...(source.state === 'following' ? {} : { health: 'paused' as const }) };
}
