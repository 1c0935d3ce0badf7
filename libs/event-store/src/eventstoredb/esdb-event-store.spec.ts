import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { eventStoreContract } from '../contract/event-store.contract.js';
import { EsdbEventStore } from './esdb-event-store.adapter.js';
import { storeOnStandIn } from './on-stand-in.fixture.js';

eventStoreContract('EventStoreDB without BatchAppend (a stand-in)', () => storeOnStandIn(false));

const url = process.env['EVENTSTORE_URL'];
(url ? describe : describe.skip)('the server named by EVENTSTORE_URL', () => {
  eventStoreContract('EventStoreDB', () => {
    const prefix = `contract-${randomUUID()}/`;
    const stores: EsdbEventStore[] = [];
    const open = () => {
      const store = new EsdbEventStore(url ?? '', { prefix });
      stores.push(store);
      return store;
    };
    const close = async () => void (await Promise.all(stores.map((store) => store.close())));
    return Promise.resolve({ store: open(), reopen: () => Promise.resolve(open()), close });
  });
});
