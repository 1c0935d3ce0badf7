import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventStoreUnavailableError,
  eventStoreMigrations,
  NO_STREAM,
  PgEventStore,
  toAppend,
} from '#event-store';
import { createLogger, leasesMigrations, PgLeases } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { trackerMigrations } from '../wiring/tracker.migrations.js';
import { positionOf, Reaction, type ReactionOptions } from './reaction.js';

let test: TestDatabase;
let store: PgEventStore;
let reaction: Reaction | null = null;

beforeEach(async () => {
  test = await createTestDatabase([...eventStoreMigrations, ...leasesMigrations, ...trackerMigrations]);
  store = new PgEventStore(test.database);
  for (const n of [1, 2, 3]) {
    const meta = { backfill: false, causationId: null, correlationId: null, actor: 'spec', id: `id-${n}` };
    const event = toAppend({ type: 'WebhookRemoved', data: {}, announcedAt: null }, meta);
    await store.append(`webhook-${n}`, NO_STREAM, [event]);
  }
});
afterEach(async () => {
  await reaction?.stop();
  await store.close();
  await test.drop();
});

async function handled(react: (position: string) => void, passOver?: ReactionOptions['passOver']) {
  reaction = new Reaction({
    ...{ name: 'spec', types: ['WebhookRemoved'], store, database: test.database },
    ...{ leases: new PgLeases(test.database), logger: createLogger({ level: 'silent' }), passOver },
    react: async ({ position }) => {
      react(position);
      return async () => undefined;
    },
  });
  reaction.start();
  while ((await positionOf(test.database, 'spec')) !== '3') await new Promise((done) => setTimeout(done, 25));
}

describe('a reaction to the log', () => {
  it('passes over the event that fails every time, notes it, and goes on', async () => {
    const tried: string[] = [];
    const passed: string[] = [];
    await handled(
      (position) => {
        tried.push(position);
        if (position === '2') throw new Error('this one again');
      },
      (event, error) => async () => void passed.push(`${event.position} ${(error as Error).message}`),
    );
    expect(tried).toEqual(['1', '2', '2', '2', '2', '2', '3']);
    expect(passed).toEqual(['2 this one again']);
  }, 20_000);

  it('never passes over an event because the store was away', async () => {
    let away = 7;
    const done: string[] = [];
    await handled((position) => {
      if (position === '2' && away-- > 0) throw new EventStoreUnavailableError('away');
      done.push(position);
    });
    expect(done).toEqual(['1', '2', '3']);
  }, 20_000);
});
