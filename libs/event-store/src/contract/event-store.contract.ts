import { describe } from '@jest/globals';
import { appendContract } from './append.contract.js';
import type { MakeStore } from './contract-store.contract.js';
import { fidelityContract } from './fidelity.contract.js';
import { orderContract } from './order.contract.js';
import { readContract } from './read.contract.js';
import { repeatContract } from './repeat.contract.js';
import { restoreContract } from './restore.contract.js';
import { resumeContract } from './resume.contract.js';
import { subscribeContract } from './subscribe.contract.js';

/** What an adapter may be unable to promise, to be stated where its contract is run. */
export interface ContractLimits {
  /** Ids are unique within a stream only: an id known in another stream is not noticed. */
  idsPerStreamOnly?: boolean;
  /** The server cannot be hurt from here: it belongs to somebody else. */
  withoutFaults?: boolean;
}

/**
 * Every promise of the event store, as tests of the running adapter. `makeStore` gives a store over an empty
 * log each time; `limits` says what is left out.
 */
export function eventStoreContract(name: string, makeStore: MakeStore, limits: ContractLimits = {}): void {
  describe(`${name} keeps the event store's promises`, () => {
    appendContract(makeStore);
    repeatContract(makeStore, limits);
    orderContract(makeStore);
    readContract(makeStore);
    subscribeContract(makeStore);
    fidelityContract(makeStore);
    restoreContract(makeStore);
    resumeContract(makeStore, limits);
  });
}
