import { address } from '../address/address.svelte.js';
import type { Happening } from './happenings.js';

/** Where a happening leads: to its story where several announcements tell of it, else to the one that does. */
export const linkOf = ({ activity, announcements, id }: Happening): string =>
  activity !== null && announcements > 1
    ? address.to('activities', activity)
    : address.to('announcement', id);
