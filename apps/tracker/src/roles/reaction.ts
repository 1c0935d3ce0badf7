import type { DomainEventType, Recorded } from '#domain';
import { EventStoreUnavailableError, LOG_START, upcast, type EventStore } from '#event-store';
import {
  fence,
  isConnectionLoss,
  LeaseLostError,
  type Database,
  type Leases,
  type Logger,
  type Sql,
} from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 1000;
const MOST_TRIES = 5;
const CHANNEL = 'reactions';

export interface ReactionOptions {
  /** Names its lease and its checkpoint. */
  name: string;
  types: readonly DomainEventType[];
  store: EventStore;
  database: Database;
  leases: Leases;
  logger: Logger;
  /** Runs once each time this process becomes the one that reacts. */
  onBegin?: (signal: AbortSignal) => Promise<void>;
  /**
   * Reacts to one event; may be asked again for the same one after a crash. What it returns is done in the
   * transaction that moves the checkpoint.
   */
  react: (event: Recorded, signal: AbortSignal) => Promise<(tx: Sql) => Promise<void>>;
  /** What is noted of an event that cannot be reacted to, in the transaction that moves the checkpoint past it. */
  passOver?: (event: Recorded, error: unknown) => (tx: Sql) => Promise<void>;
}

/** Reacts to events in log order, in one process at a time, from a checkpoint on. */
export class Reaction {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private trouble: { eventId: string; times: number } | null = null;

  constructor(private readonly options: ReactionOptions) {}

  start(): void {
    this.running = this.run(this.stopping.signal);
  }

  /** Finishes the event under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { name, leases, logger } = this.options;
    while (!signal.aborted) {
      try {
        const lease = await leases.hold(`reaction/${name}`, signal);
        try {
          await this.follow(lease, AbortSignal.any([signal, lease.signal]));
        } finally {
          await lease.release();
        }
      } catch (error) {
        if (signal.aborted) return;
        logger.warn(
          { err: error, reaction: name },
          'A reaction to the log had trouble; it goes on where it was',
        );
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async follow(lease: { name: string; token: string }, signal: AbortSignal): Promise<void> {
    const { store, types, onBegin } = this.options;
    await onBegin?.(signal);
    const after = await positionOf(this.options.database, this.options.name);
    for await (const message of store.subscribe({ after, types, signal })) {
      if (message.kind !== 'events') {
        await this.moveTo(message.position, lease, async () => undefined);
        continue;
      }
      for (const stored of message.events) {
        signal.throwIfAborted();
        const event = upcast(stored);
        await this.reactTo(event, lease, signal);
      }
    }
  }

  /** The same trouble with the same event, time and again, is the event's: it is passed over, and said. */
  private async reactTo(event: Recorded, lease: { name: string; token: string }, signal: AbortSignal) {
    const { react, passOver, logger, name } = this.options;
    try {
      await this.moveTo(event.position, lease, await react(event, signal));
      this.trouble = null;
    } catch (error) {
      if (signal.aborted || isPassing(error)) throw error;
      const times = this.trouble?.eventId === event.id ? this.trouble.times + 1 : 1;
      this.trouble = { eventId: event.id, times };
      if (times < MOST_TRIES) throw error;
      logger.error({ err: error, reaction: name, position: event.position }, 'An event was passed over');
      await this.moveTo(event.position, lease, passOver?.(event, error) ?? (async () => undefined));
    }
  }

  private async moveTo(
    position: string,
    lease: { name: string; token: string },
    work: (tx: Sql) => Promise<void>,
  ) {
    const { name, database } = this.options;
    await database.transaction(async (tx) => {
      await fence(tx, lease);
      await work(tx);
      await tx.query('INSERT INTO reactions VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET position = $2', [
        name,
        position,
      ]);
      await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, name]);
    });
  }
}

/** Up to where a reaction has handled the log. */
export async function positionOf(database: Database, name: string): Promise<string> {
  const [row] = await database.query<{ position: string }>('SELECT position FROM reactions WHERE name = $1', [
    name,
  ]);
  return row?.position ?? LOG_START;
}

/** Trouble with what the reaction stands on, which has nothing to do with the event and goes away. */
function isPassing(error: unknown): boolean {
  return (
    isConnectionLoss(error) || error instanceof EventStoreUnavailableError || error instanceof LeaseLostError
  );
}
