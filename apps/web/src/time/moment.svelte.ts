import { address } from '../address/address.svelte.js';
import { dayOf } from '../words/dates.js';
import { isDay } from './days.js';

/** The moments that everything on the page is shown at, as the address has them; empty means now. */
class Moment {
  readonly asOf = $derived(address.one('asOf'));
  readonly knownAt = $derived(address.one('knownAt'));
  readonly isNow = $derived(this.asOf === null && this.knownAt === null);
  /** The day of `asOf`, which may be an instant; null for now. */
  readonly asOfDay = $derived(this.asOf === null ? null : dayIn(this.asOf));

  /** The same as parameters of a read. */
  get query(): { asOf?: string; knownAt?: string } {
    return { ...(this.asOf ? { asOf: this.asOf } : {}), ...(this.knownAt ? { knownAt: this.knownAt } : {}) };
  }
}

/** The day a moment of the address lies in; null for what is none. */
export function dayIn(moment: string): string | null {
  if (isDay(moment)) return moment;
  return Number.isNaN(Date.parse(moment)) || /^\d+$/.test(moment) ? null : dayOf(moment);
}

export const moment = new Moment();
