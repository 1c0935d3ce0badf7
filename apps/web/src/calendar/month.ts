import { addDays, addMonths, daysBetween, isDay, type Day } from '../time/days.js';
import type { Happening } from './happenings.js';

/** A month as YYYY-MM. */
export type Month = string;

/** How a day's part of a happening reads: a stretch of days, or the first or last one to answer a call. */
export type Part = 'days' | 'opens' | 'closes';

/** A bar in one week: in columns from 0 (Monday), over `span` days, in a lane from 0. */
export interface Bar {
  happening: Happening;
  part: Part;
  column: number;
  span: number;
  lane: number;
  /** Whether it began in an earlier week, or goes on in a later one. */
  isFrom: boolean;
  isTo: boolean;
}

export interface Week {
  days: Day[];
  bars: Bar[];
}

/** The month of an address, or else the one a day lies in. */
export function monthOf(asked: string | null, today: Day): Month {
  return asked !== null && isDay(`${asked}-01`) ? asked : today.slice(0, 7);
}

export const otherMonth = (month: Month, by: number): Month => addMonths(`${month}-01`, by).slice(0, 7);

/** The weeks that a month lies in, from Monday to Sunday, with the days of its neighbours at both ends. */
export function weeksOf(month: Month): Day[][] {
  const first = `${month}-01`;
  const monday = addDays(first, -weekday(first));
  const last = addDays(`${otherMonth(month, 1)}-01`, -1);
  const count = Math.ceil((daysBetween(monday, last) + 1) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(monday, week * 7 + day)),
  );
}

/** 0 is Monday. */
const weekday = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The month's weeks with what happens to the day in them, the longest on top, each kept out of the others' way. */
export function laidOut(month: Month, happenings: readonly Happening[]): Week[] {
  const stretches = happenings
    .filter(({ precision }) => precision === 'day')
    .flatMap(stretchesOf)
    .sort(
      (a, b) =>
        compare(a.first, b.first) || compare(b.last, a.last) || compare(a.happening.key, b.happening.key),
    );
  return weeksOf(month).map((days) => ({ days, bars: barsOf(days, stretches) }));
}

interface Stretch {
  happening: Happening;
  part: Part;
  first: Day;
  last: Day;
}

function stretchesOf(happening: Happening): Stretch[] {
  const { start, end, isCall } = happening;
  const [first, last] = [start ?? end!, end ?? start!];
  if (!isCall) return [{ happening, part: 'days', first, last }];
  return [
    ...(start === null ? [] : [{ happening, part: 'opens' as const, first: start, last: start }]),
    ...(end === null || end === start ? [] : [{ happening, part: 'closes' as const, first: end, last: end }]),
  ];
}

function barsOf(days: readonly Day[], stretches: readonly Stretch[]): Bar[] {
  const [monday, sunday] = [days[0]!, days[6]!];
  const free: Day[] = []; // of each lane, the last day taken
  return stretches
    .filter(({ first, last }) => first <= sunday && last >= monday)
    .map(({ happening, part, first, last }) => {
      const [from, to] = [first < monday ? monday : first, last > sunday ? sunday : last];
      const at = free.findIndex((taken) => taken < from);
      const lane = at === -1 ? free.length : at;
      free[lane] = to;
      const span = daysBetween(from, to) + 1;
      const [isFrom, isTo] = [first < monday, last > sunday];
      return { happening, part, column: daysBetween(monday, from), span, lane, isFrom, isTo };
    });
}

/** What is known no more exactly than by month, quarter or year, and lies in the month or around it. */
export function roughly(month: Month, happenings: readonly Happening[]): Happening[] {
  const [first, last] = [`${month}-01`, addDays(`${otherMonth(month, 1)}-01`, -1)];
  const order = ['month', 'quarter', 'year'];
  return happenings
    .filter(({ precision, start, end }) => precision !== 'day' && start! <= last && end! >= first)
    .sort((a, b) => order.indexOf(a.precision) - order.indexOf(b.precision));
}

/** What is on in a month to the day, in order, as a list. */
export function listed(month: Month, happenings: readonly Happening[]): Stretch[] {
  const [first, last] = [`${month}-01`, addDays(`${otherMonth(month, 1)}-01`, -1)];
  return happenings
    .filter(({ precision }) => precision === 'day')
    .flatMap(stretchesOf)
    .filter((stretch) => stretch.first <= last && stretch.last >= first)
    .sort((a, b) => compare(a.first, b.first));
}

/** How many things are known for each month of a year: `2024-11` → 5. */
export function countsOf(year: string, happenings: readonly Happening[]): Map<Month, number> {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return new Map(
    months.map((month) => {
      const rough = roughly(month, happenings).filter(({ precision }) => precision === 'month');
      const keys = listed(month, happenings).map(({ happening }) => happening.key);
      return [month, new Set(keys).size + rough.length];
    }),
  );
}

/** Where a key leads from a day; null for a key that moves nothing. */
export function stepped(day: Day, key: string): Day | null {
  const steps: Record<string, () => Day> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    PageUp: () => addMonths(day, -1),
    PageDown: () => addMonths(day, 1),
    Home: () => addDays(day, -weekday(day)),
    End: () => addDays(day, 6 - weekday(day)),
  };
  return steps[key]?.() ?? null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
