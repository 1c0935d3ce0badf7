import { LOG_STREAM, type LogSealed } from '#domain';
import { v5 } from 'uuid';
import { WrongExpectedRevisionError, type EventStore, type StoredEvent } from '../port/event-store.port.js';
import { toAppend } from '../upcasting/to-append.js';
import { FIRST_DIGEST, nextDigest } from './digest.js';

type Seal = LogSealed['data'];

export interface SealOptions {
  /** Events after which a seal is due; default 1,000. */
  every?: number;
  /** Age of the last seal, in milliseconds, after which the next is due; default one day. */
  maxAgeMs?: number;
  /** The time now, in milliseconds; default the clock's. */
  now?: number;
}

const SEALS = '6f0c9a54-3f5e-5d4b-9f0e-2b1c7a1d7c55';
const DAY_MS = 86_400_000;

/**
 * Appends `LogSealed` over everything in the log when a seal is due: enough new events, or any and the last
 * seal is old. Reads only what came after the last seal, which names the last event it covers as its cause.
 * Returns the seal, or null when none was due or another sealer was faster. To be called by one sealer at a
 * time; two do no harm.
 */
export async function sealLog(store: EventStore, options: SealOptions = {}): Promise<Seal | null> {
  const end = await endOfLogStream(store);
  if (end === null) return null;
  const run = await digestSince(store, end.seal);
  if (run.last === null || !isDue(run, options)) return null;
  const seal: Seal = { position: run.last.position, digest: run.digest, events: run.events };
  return (await appendSeal(store, end.revision, seal, run.last.id)) ? seal : null;
}

/** The newest seal, as it stands in the log. */
export async function lastSeal(store: EventStore): Promise<StoredEvent | null> {
  return (await endOfLogStream(store))?.seal ?? null;
}

function isDue(run: Run, { every = 1000, maxAgeMs = DAY_MS, now = Date.now() }: SealOptions): boolean {
  if (run.fresh === 0) return false;
  return run.fresh >= every || (run.since !== null && now - Date.parse(run.since) >= maxAgeMs);
}

/** Null while the log was not opened. */
async function endOfLogStream(store: EventStore) {
  let revision: number | null = null;
  for await (const event of store.readStream(LOG_STREAM, { direction: 'backwards' })) {
    revision ??= event.revision;
    if (event.type === 'LogSealed') return { revision, seal: event };
  }
  return revision === null ? null : { revision, seal: null };
}

/** Where the digest stands: `fresh` events that are no seals came since the last seal, or the beginning. */
interface Run {
  digest: string;
  events: number;
  fresh: number;
  last: StoredEvent | null;
  /** When the last seal was made; the first event recorded, while there is none. */
  since: string | null;
}

async function digestSince(store: EventStore, seal: StoredEvent | null): Promise<Run> {
  const covered = seal && (await lastCovered(store, seal));
  const run = startOf(seal, covered);
  for await (const event of store.readAll(covered ? { from: covered.position } : {})) {
    run.digest = nextDigest(run.digest, event);
    run.events += 1;
    if (event.type !== 'LogSealed') run.fresh += 1;
    run.since ??= event.recordedAt;
    run.last = event;
  }
  return run;
}

/** A seal whose last event is not to be found is no place to go on from: then the log is read from its beginning. */
function startOf(seal: StoredEvent | null, covered: StoredEvent | null): Run {
  const since = seal?.recordedAt ?? null;
  if (!seal || !covered) return { digest: FIRST_DIGEST, events: 0, fresh: 0, last: null, since };
  const { digest, events } = seal.data as Seal;
  return { digest, events, fresh: 0, last: null, since };
}

/** Found by its id, not by the position the seal tells: positions change with a restore. */
async function lastCovered(store: EventStore, seal: StoredEvent): Promise<StoredEvent | null> {
  for await (const event of store.readAll({ from: seal.position, direction: 'backwards' }))
    if (event.id === seal.causationId) return event;
  return null;
}

async function appendSeal(store: EventStore, revision: number, seal: Seal, causationId: string) {
  const fact = { type: 'LogSealed', data: seal, announcedAt: null };
  const id = v5(`${seal.events} ${seal.digest}`, SEALS);
  const event = toAppend(fact, { id, backfill: false, causationId, correlationId: null, actor: 'sealer' });
  try {
    await store.append(LOG_STREAM, revision, [event]);
    return true;
  } catch (error) {
    if (error instanceof WrongExpectedRevisionError) return false;
    throw error;
  }
}
