import type { AnnouncementEvent } from './announcement/announcement.events.js';
import type { ItemEvent } from './item/item.events.js';
import type { LogEvent } from './log/log.events.js';
import type { SourceEvent } from './source/source.events.js';
import type { Instant } from './time/instant.js';
import type { WebhookEvent } from './webhook/webhook.events.js';

/** Everything that can stand in the log. */
export type DomainEvent = AnnouncementEvent | SourceEvent | ItemEvent | WebhookEvent | LogEvent;
export type DomainEventType = DomainEvent['type'];

/** The place of an event in the log and how it came to be there. */
export interface EventEnvelope {
  id: string;
  /** Version of the data's shape, from 1. */
  version: number;
  stream: string;
  /** Place in the stream, from 0. */
  revision: number;
  /** Place in the log: a decimal string, monotonic, opaque. Compare with `comparePositions`. */
  position: string;
  /** When the log took it: a running maximum over positions. */
  recordedAt: Instant;
  backfill: boolean;
  causationId: string | null;
  correlationId: string | null;
  actor: string;
}

/** An event as it stands in the log. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & EventEnvelope;

/** Orders positions of one log: negative, zero or positive. */
export function comparePositions(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
