import { EventStoreStandIn } from '#testing';
import type { ContractStore } from '../contract/contract-store.contract.js';
import { EsdbEventStore } from './esdb-event-store.adapter.js';

/** A store on a stand-in of its own, with every fault the stand-in can suffer. */
export interface StandInStore extends ContractStore {
  store: EsdbEventStore;
  reopen(): Promise<EsdbEventStore>;
  server: EventStoreStandIn;
}

export async function storeOnStandIn(batchAppend: boolean): Promise<StandInStore> {
  const server = await EventStoreStandIn.start({ batchAppend });
  const stores: EsdbEventStore[] = [];
  const open = () => {
    const store = new EsdbEventStore(server.connectionString, { batchAppend });
    stores.push(store);
    return store;
  };
  return {
    server,
    store: open(),
    reopen: () => Promise.resolve(open()),
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
}
