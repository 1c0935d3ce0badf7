import { comparePositions, type LogOpened, type Recorded } from '#domain';
import type { EventStore, StoredEvent } from '#event-store';
import type { Database, Sql } from '#platform';
import { allGenerations, dropGenerations, type Generation } from './generations.js';

/** The views in the database do not belong to the log. */
export class ForeignViewsError extends Error {
  constructor(reason: string) {
    super(
      `The views in this database do not belong to this event log: ${reason}. ` +
        'Either name the database and the event log that belong together (DATABASE_URL, EVENTSTORE_URL), ' +
        'or stop the tracker, throw the views away with wic rebuild --reset, and start it: it fills them from this log.',
    );
    this.name = 'ForeignViewsError';
  }
}

/** Throws ForeignViewsError when the views were filled from another log, or from more than this log holds. */
export async function checkLog(database: Database, store: EventStore): Promise<void> {
  const [known] = await database.query<{ log_id: string }>('SELECT log_id FROM view_log');
  if (!known) return;
  const actual = await logIdOf(store);
  if (actual === null) throw new ForeignViewsError(`they hold log ${known.log_id}, and this log is empty`);
  if (actual !== known.log_id)
    throw new ForeignViewsError(`they hold log ${known.log_id}, and this is log ${actual}`);
  for (const generation of await allGenerations(database)) await checkCheckpoint(generation, store);
}

/** The id in the log's first event, or null for an empty log. */
export async function logIdOf(store: EventStore): Promise<string | null> {
  for await (const event of store.readAll({ limit: 1 })) {
    if (event.type === 'LogOpened') return (event.data as LogOpened['data']).logId;
    throw new Error('The event log does not begin with LogOpened: it was not written by this program.');
  }
  return null;
}

/** Remembers which log the views hold, once its first event is among those applied. */
export async function rememberLog(tx: Sql, events: readonly Recorded[]): Promise<void> {
  const opened = events.find((event) => event.type === 'LogOpened');
  if (opened?.type !== 'LogOpened') return;
  await tx.query('INSERT INTO view_log (log_id) VALUES ($1) ON CONFLICT DO NOTHING', [opened.data.logId]);
}

/** Throws the views away, so that the next start fills them anew from whatever log it finds. */
export async function resetViews(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('LOCK TABLE view_generations');
    await dropGenerations(tx, await allGenerations(tx));
    await tx.query('DELETE FROM view_log');
  });
}

async function checkCheckpoint(generation: Generation, store: EventStore): Promise<void> {
  const { name, position, last_stream: stream, last_revision: revision } = generation;
  if (stream === null || revision === null) return;
  if (comparePositions(position, await store.head()) > 0)
    throw new ForeignViewsError(`${name} is filled up to position ${position}, beyond the end of this log`);
  let found: StoredEvent | undefined;
  for await (const event of store.readStream(stream, { from: revision, limit: 1 })) found = event;
  if (found?.hash !== generation.last_hash || found?.position !== generation.last_position)
    throw new ForeignViewsError(`${name} stands on an event that this log does not hold in the same place`);
}
