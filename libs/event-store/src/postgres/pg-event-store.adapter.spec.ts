import { PostgresDatabase } from '#platform';
import { createTestDatabase } from '#testing';
import type { ContractStore } from '../contract/contract-store.contract.js';
import { eventStoreContract } from '../contract/event-store.contract.js';
import { eventStoreMigrations } from './event-store.migrations.js';
import { PgEventStore } from './pg-event-store.adapter.js';

eventStoreContract('PgEventStore', async (): Promise<ContractStore> => {
  const test = await createTestDatabase(eventStoreMigrations);
  const store = new PgEventStore(test.database);
  const others: { store: PgEventStore; database: PostgresDatabase }[] = [];
  return {
    store,
    reopen: async () => {
      const database = new PostgresDatabase(test.url);
      const other = { database, store: new PgEventStore(database) };
      others.push(other);
      return other.store;
    },
    close: async () => {
      for (const other of others) {
        await other.store.close();
        await other.database.close();
      }
      await store.close();
      await test.drop();
    },
  };
});
