import { eventStoreContract } from '../contract/event-store.contract.js';
import { storeOnStandIn } from './on-stand-in.fixture.js';

eventStoreContract('EventStoreDB with BatchAppend (a stand-in)', () => storeOnStandIn(true));
