import { randomUUID } from 'node:crypto';
import { LOG_STREAM } from '#domain';
import {
  LOG_START,
  NO_STREAM,
  WrongExpectedRevisionError,
  type EventStore,
  type StoredEvent,
} from '../port/event-store.port.js';
import { toAppend } from '../upcasting/to-append.js';

/**
 * The id of the log, begun with `LogOpened` when the log is empty. Of two programs that begin it at once one
 * wins and both return its id. Throws when the log holds events but was never opened.
 */
export async function openLog(store: EventStore): Promise<string> {
  const known = await openedId(store);
  if (known !== null) return known;
  if ((await store.head()) !== LOG_START) return lateId(store);
  const logId = randomUUID();
  const fact = { type: 'LogOpened', data: { logId }, announcedAt: null };
  const meta = { id: logId, backfill: false, causationId: null, correlationId: null, actor: 'log' };
  try {
    await store.append(LOG_STREAM, NO_STREAM, [toAppend(fact, meta)]);
    return logId;
  } catch (error) {
    if (!(error instanceof WrongExpectedRevisionError)) throw error;
    return lateId(store);
  }
}

/** Somebody else opened it between two looks; if not, it is no log of ours. */
async function lateId(store: EventStore): Promise<string> {
  const logId = await openedId(store);
  if (logId !== null) return logId;
  throw new Error(
    'The event log holds events but does not begin with LogOpened: it was not written by this program, or a ' +
      'restore broke off before it began. Use an empty log.',
  );
}

async function openedId(store: EventStore): Promise<string | null> {
  for await (const event of store.readStream(LOG_STREAM, { limit: 1 })) return logIdOf(event);
  return null;
}

function logIdOf(event: StoredEvent): string | null {
  return event.type === 'LogOpened' ? (event.data as { logId: string }).logId : null;
}
