import { address } from '../address/address.svelte.js';

/** The moments that everything on the page is shown at, as the address has them; empty means now. */
class Moment {
  readonly asOf = $derived(address.one('asOf'));
  readonly knownAt = $derived(address.one('knownAt'));
  readonly isNow = $derived(this.asOf === null && this.knownAt === null);

  /** The same as parameters of a read. */
  get query(): { asOf?: string; knownAt?: string } {
    return { ...(this.asOf ? { asOf: this.asOf } : {}), ...(this.knownAt ? { knownAt: this.knownAt } : {}) };
  }
}

export const moment = new Moment();
