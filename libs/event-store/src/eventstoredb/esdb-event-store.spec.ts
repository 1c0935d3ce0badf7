import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { EventStoreStandIn } from '#testing';
import { eventStoreContract } from '../contract/event-store.contract.js';
import type { ContractStore } from '../contract/contract-store.contract.js';
import { EsdbEventStore, type EsdbOptions } from './esdb-event-store.adapter.js';

const onStandIn = (batchAppend: boolean) => async (): Promise<ContractStore> => {
  const server = await EventStoreStandIn.start({ batchAppend });
  const open = () => new EsdbEventStore(server.connectionString, { batchAppend });
  const stores = [open()];
  return {
    store: stores[0] as EsdbEventStore,
    reopen: () => Promise.resolve(stores[stores.push(open()) - 1] as EsdbEventStore),
    faults: {
      kill: () => server.kill(),
      freeze: () => Promise.resolve(server.freeze()),
      thaw: () => Promise.resolve(server.thaw()),
      restart: () => server.restart(),
    },
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await server.stop();
    },
  };
};

eventStoreContract('EventStoreDB, its stand-in with BatchAppend', onStandIn(true));
eventStoreContract('EventStoreDB, its stand-in without BatchAppend', onStandIn(false));

const url = process.env['EVENTSTORE_URL'];
const describeServer = url ? describe : describe.skip;
describeServer('with EVENTSTORE_URL', () => {
  eventStoreContract('EventStoreDB, a real server', () => {
    const options: EsdbOptions = { prefix: `contract-${randomUUID()}/` };
    const stores = [new EsdbEventStore(url ?? '', options)];
    return Promise.resolve({
      store: stores[0] as EsdbEventStore,
      reopen: () =>
        Promise.resolve(stores[stores.push(new EsdbEventStore(url ?? '', options)) - 1] as EsdbEventStore),
      close: async () => void (await Promise.all(stores.map((store) => store.close()))),
    });
  });
});
