import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type {
  EventStore,
  EventToAppend,
  StoredEvent,
  SubscriptionMessage,
} from '../port/event-store.port.js';

/** What can happen to the server under a store. `restart` brings it back with its data, at its address. */
export interface ServerFaults {
  kill(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  restart(): Promise<void>;
}

/** A store over an empty log of its own. */
export interface ContractStore {
  store: EventStore;
  /** Another store on the same log, as a second process would open it; `close` closes it too. */
  reopen?(): Promise<EventStore>;
  faults?: ServerFaults;
  close(): Promise<void>;
}

export type MakeStore = () => Promise<ContractStore>;

/** One store for the tests of a `describe`. */
export function useStore(makeStore: MakeStore): () => ContractStore {
  let current: ContractStore | undefined;
  beforeAll(async () => {
    current = await makeStore();
  }, 60_000);
  afterAll(() => current?.close(), 60_000);
  return () => {
    if (!current) throw new Error('The store was not made.');
    return current;
  };
}

export const newStream = () => `thing-${randomUUID()}`;

/** An event to append; what a test cares about goes into `parts`. */
export function happening(parts: Partial<EventToAppend> = {}): EventToAppend {
  return {
    id: randomUUID(),
    type: 'ThingHappened',
    version: 1,
    data: { note: 'a thing' },
    announcedAt: null,
    backfill: false,
    causationId: null,
    correlationId: null,
    actor: 'contract',
    ...parts,
  };
}

export const happenings = (count: number, parts: Partial<EventToAppend> = {}) =>
  Array.from({ length: count }, () => happening(parts));

export async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of iterable) all.push(one);
  return all;
}

export const idsOf = (events: readonly { id: string }[]) => events.map((event) => event.id);

/** A subscription read into memory until it is stopped. */
export class Following {
  readonly messages: SubscriptionMessage[] = [];
  private readonly stopper = new AbortController();
  private readonly running: Promise<void>;

  constructor(store: EventStore, options: { after?: string; types?: string[] } = {}) {
    this.running = this.run(store.subscribe({ ...options, signal: this.stopper.signal }));
  }

  get events(): StoredEvent[] {
    return this.messages.flatMap((message) => (message.kind === 'events' ? message.events : []));
  }

  /** Ends the subscription; rejects with what it failed with. */
  async stop(): Promise<void> {
    this.stopper.abort();
    await this.running;
  }

  private async run(messages: AsyncIterable<SubscriptionMessage>): Promise<void> {
    for await (const message of messages) this.messages.push(message);
  }
}

/** Waits until a condition holds; fails after 25 s. */
export async function eventually(condition: () => boolean, what = 'what was expected'): Promise<void> {
  const deadline = Date.now() + 25_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`It did not come about within 25 s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
