import type { Fact } from '#domain';
import type { EventToAppend } from '../port/event-store.port.js';
import { currentVersion } from './upcasters.js';

/** What the writer knows of an event beside the fact itself. */
export type EventMeta = Pick<EventToAppend, 'id' | 'backfill' | 'causationId' | 'correlationId' | 'actor'>;

/** The event of a fact as a decider states it, in the current version of its type. */
export function toAppend(fact: Fact, meta: EventMeta): EventToAppend {
  return {
    id: meta.id,
    type: fact.type,
    version: currentVersion(fact.type),
    data: fact.data,
    announcedAt: fact.announcedAt,
    backfill: meta.backfill,
    causationId: meta.causationId,
    correlationId: meta.correlationId,
    actor: meta.actor,
  };
}
