import { afterAll } from '@jest/globals';
import { PostgresDatabase } from '#platform';
import { TestServer } from '#testing';
import type { ContractStore } from '../contract/contract-store.contract.js';
import { eventStoreContract } from '../contract/event-store.contract.js';
import { eventStoreMigrations } from './event-store.migrations.js';
import { PgEventStore } from './pg-event-store.adapter.js';

let server: Promise<TestServer> | null = null;
afterAll(async () => (await server)?.stop());

eventStoreContract('PgEventStore', async (): Promise<ContractStore> => {
  const faults = await (server ??= TestServer.start());
  const test = await faults.createDatabase(eventStoreMigrations);
  const store = new PgEventStore(test.database);
  const closers = [() => store.close(), () => test.drop()];
  return {
    store,
    reopen: async () => {
      const database = new PostgresDatabase(test.url);
      const other = new PgEventStore(database);
      closers.push(
        () => other.close(),
        () => database.close(),
      );
      return other;
    },
    faults,
    close: async () => {
      for (const close of closers) await close();
    },
  };
});
