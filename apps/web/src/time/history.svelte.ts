import { address } from '../address/address.svelte.js';
import { tracker } from '../api/client.js';
import { live } from '../api/live.svelte.js';
import { resource } from '../api/resource.svelte.js';
import { filterOf } from '../timeline/filter.svelte.js';
import { before, byMonth, highest, type Months } from './bars.js';
import type { Day } from './days.js';
import { moment } from './moment.svelte.js';
import type { Reach } from './slider-keys.js';
import { travel } from './travel.svelte.js';

const FIRST = '2014-01-01';
const REFRESH_MS = 3000;

/** What the time machine is drawn from. */
export interface History {
  /** What had been announced by the day shown, by month. */
  readonly months: Months;
  readonly top: number;
  readonly reach: Reach;
  /** All of it, whatever the day. */
  readonly whole: Months;
}

/** Reads the whole history once, and what it was as of the day shown. To be called while a component is made. */
export function readHistory(): History {
  const filter = () => (address.place?.view === 'timeline' ? filterOf() : {});
  const known = () => (moment.knownAt === null ? {} : { knownAt: moment.knownAt });
  const counts = (query: object, signal: AbortSignal) => tracker().get('/v1/timeline', { query, signal });
  const all = resource(() => ({ ...filter(), ...known() }), counts);
  const then = resource(
    () => (moment.asOf === null ? null : { ...filter(), ...moment.query }),
    async (query, signal) => ({ asOf: query.asOf, ...(await counts(query, signal)) }),
  );
  const summits = resource(
    () => ({ kind: 'summit' as const, limit: 200 }),
    (query, signal) => tracker().get('/v1/activities', { query, signal }),
  );
  refreshOnNews(() => [all, then, summits].forEach((each) => each.refresh()));

  const whole = $derived(byMonth(all.answer?.data ?? []));
  const months = $derived.by(() => {
    if (travel.isNow) return whole;
    const exact = then.answer?.asOf === moment.asOf && travel.day === moment.asOfDay;
    return exact ? byMonth(then.answer?.data ?? []) : before(whole, travel.day);
  });
  const reach = $derived({
    first: FIRST,
    last: travel.today,
    editions: editionsOf(summits.answer?.data ?? [], travel.today),
  });
  return {
    get months() {
      return months;
    },
    get top() {
      return highest(whole);
    },
    get reach() {
      return reach;
    },
    get whole() {
      return whole;
    },
  };
}

interface Held {
  id: string;
  happens: { start: string | null; end: string | null } | null;
}

/** The last days of the summits held so far, oldest first. */
function editionsOf(activities: readonly Held[], today: Day): Day[] {
  return activities
    .filter(({ id }) => /^summit\/\d{4}$/.test(id))
    .map(({ happens }) => happens?.end ?? happens?.start ?? null)
    .filter((day): day is Day => day !== null && day <= today)
    .sort();
}

/** Many announcements may arrive at once: one reading serves them all. */
function refreshOnNews(refresh: () => void): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  live.hear(({ type }) => {
    if (!type.startsWith('announcement.')) return;
    timer ??= setTimeout(() => {
      timer = null;
      refresh();
    }, REFRESH_MS);
  });
}
