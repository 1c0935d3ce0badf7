import type { EventScope, PublicEvent } from '#projections';
import { contentMatches, type ContentFilter } from './content.rule.js';
import { typeAsked } from './type.rule.js';

/** What restricts the stream, the log and the replay: they carry every type in scope, backfill too. */
export interface StreamFilter extends ContentFilter {
  /** Public types or families such as `announcement.*`; empty: all in scope. */
  types?: readonly string[];
  scopes: readonly EventScope[];
}

/** Whether a reader of the stream with this filter is shown an event. */
export function matchesStream(filter: StreamFilter, event: PublicEvent): boolean {
  return (
    filter.scopes.includes(event.scope) &&
    (!filter.types?.length || typeAsked(filter.types, event.type)) &&
    contentMatches(filter, event)
  );
}
