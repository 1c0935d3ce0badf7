import type { StoredEvent } from '../port/event-store.port.js';

/** A row of the log, columns named as the event's members. */
export interface EventRow extends Omit<StoredEvent, 'data'> {
  /** Canonical JSON. */
  data: string;
}

/** The select list of `EventRow`. */
export const EVENT_COLUMNS =
  'position, id, stream, revision, type, version, announced_at "announcedAt", recorded_at "recordedAt", ' +
  'backfill, causation_id "causationId", correlation_id "correlationId", actor, data, hash, ' +
  'previous_hash "previousHash"';

/** The event of a row; the row itself becomes it. */
export function eventOf(row: EventRow): StoredEvent {
  const event = row as Omit<EventRow, 'data'> & { data: unknown };
  event.data = JSON.parse(row.data);
  return event;
}
