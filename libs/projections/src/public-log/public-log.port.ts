import type { Instant } from '#domain';

export const EVENT_SCOPES = ['public', 'webhooks:read', 'admin'] as const;
export type EventScope = (typeof EVENT_SCOPES)[number];

/** An event of the log as followers see it. */
export interface PublicEvent {
  /** `announcement.published`, `source.followed`, `webhook.disabled`, `item.received`, `log.sealed`… */
  type: string;
  position: string;
  announcedAt: Instant | null;
  recordedAt: Instant;
  backfill: boolean;
  scope: EventScope;
  /**
   * `{announcement}`: the announcement's public form just after this event; `{source}`; for `webhook.*`
   * `{webhook: {id, ...the event's data}}`; or the event's data. Types are snake case: `webhook.secret_rotated`.
   */
  data: Record<string, unknown>;
}

export interface PublicLogFilter {
  /** Public types; `announcement.*` is allowed. Default: all within scope. */
  types?: readonly string[];
  /** Kinds of announcement; restricts announcement events only when given. */
  kinds?: readonly string[];
  scopes: readonly EventScope[];
}

/** The log as followers read it: what the projections have taken in, nothing beyond. */
export abstract class PublicLog {
  abstract logId(): Promise<string>;
  /** The last position that can be served. */
  abstract head(): Promise<string>;
  /** The last position recorded at or before an instant. */
  abstract positionAt(recordedAt: Instant): Promise<string>;
  /** Log order. `next` is never behind what was looked at, so it also moves over events left out. */
  abstract page(
    query: PublicLogFilter & { after: string; limit: number },
  ): Promise<{ events: PublicEvent[]; next: string; hasMore: boolean }>;
  /**
   * Announcement events with announcedAt in [from, to] recorded at or before `upTo`, ordered by
   * (announcedAt, position): history as it unfolded. `cursor` continues a page.
   */
  abstract announcedPage(
    query: PublicLogFilter & {
      from: Instant | null;
      to: Instant | null;
      upTo: string;
      cursor: { announcedAt: Instant; position: string } | null;
      limit: number;
    },
  ): Promise<{ events: PublicEvent[]; next: { announcedAt: Instant; position: string } | null }>;
  /** The events at these positions, in that order; those that do not exist are left out. */
  abstract at(positions: readonly string[]): Promise<PublicEvent[]>;
  /** Called with the new head whenever it moves. Returns a function that stops it. */
  abstract onAdvance(listener: (head: string) => void): () => void;
}
