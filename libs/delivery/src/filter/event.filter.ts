import type { WebhookFilter } from '#domain';
import type { PublicEvent } from '#projections';
import { contentMatches } from './content.rule.js';
import { typeAsked, typeByDefault } from './type.rule.js';

/** What restricts a webhook; absent, null and empty members do not. */
export type EventFilter = Partial<WebhookFilter>;

/**
 * Whether a webhook with this filter is sent an event. Types decide first; backfill is left out unless the
 * filter takes it (`replay`: the past was asked for, so it is taken); content restricts announcements only.
 */
export function matches(filter: EventFilter, event: PublicEvent, { replay = false } = {}): boolean {
  const asked = filter.types?.length ? typeAsked(filter.types, event.type) : typeByDefault(event.type);
  if (!asked || event.scope === 'admin') return false;
  return (!event.backfill || filter.backfill === true || replay) && contentMatches(filter, event);
}
