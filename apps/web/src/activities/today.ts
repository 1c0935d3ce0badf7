import { moment } from '../time/moment.svelte.js';
import { dayOf } from '../words/dates.js';
import type { Day } from '../time/days.js';

/** The day the page stands on: the chosen one, else today where the WIC is. */
export const standsOn = (): Day => moment.asOfDay ?? dayOf(new Date().toISOString());
