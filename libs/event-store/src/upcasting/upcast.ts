import { storableData, type Recorded } from '#domain';
import type { StoredEvent } from '../port/event-store.port.js';
import { UPCASTERS, type Upcasters } from './upcasters.js';

/** The log holds an event that this program is too old to read. */
export class EventNotUnderstoodError extends Error {
  constructor(event: StoredEvent, reason: string) {
    super(
      `Event ${event.id} at position ${event.position} cannot be read: ${reason}. ` +
        'The log was written by a newer version of this program: start that version.',
    );
    this.name = 'EventNotUnderstoodError';
  }
}

/**
 * The event in the shape this program knows, its data brought up from the version it was written in. What is
 * stored stays as it is. Texts that no view could hold (U+0000, from a log of elsewhere) are shown with U+FFFD.
 * Throws `EventNotUnderstoodError` for an unknown type or a version from the future.
 */
export function upcast(stored: StoredEvent, upcasters: Upcasters = UPCASTERS): Recorded {
  if (!Object.hasOwn(upcasters, stored.type))
    throw new EventNotUnderstoodError(stored, `its type ${stored.type} is unknown`);
  const steps = upcasters[stored.type] ?? [];
  const current = steps.length + 1;
  if (stored.version > current)
    throw new EventNotUnderstoodError(
      stored,
      `${stored.type} is known up to version ${current}, this one is of version ${stored.version}`,
    );
  const data = steps.slice(stored.version - 1).reduce((old, step) => step(old), stored.data);
  const shown = storableData(data);
  return (shown === stored.data ? stored : { ...stored, version: current, data: shown }) as Recorded;
}
