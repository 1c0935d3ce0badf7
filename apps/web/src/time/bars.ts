import type { TimelineCount } from '#client';
import { xOf, type Axis } from './axis.js';
import { addMonths } from './days.js';

/** How many were announced in each month (YYYY-MM). */
export type Months = ReadonlyMap<string, number>;

/** Sums the kinds of each month. */
export function byMonth(counts: readonly TimelineCount[]): Months {
  const months = new Map<string, number>();
  for (const { month, count } of counts) months.set(month, (months.get(month) ?? 0) + count);
  return months;
}

export const highest = (months: Months): number => Math.max(1, ...months.values());

/** Those before the month of a day, where what is known reaches beyond it. */
export function before(months: Months, day: string): Months {
  return new Map([...months].filter(([month]) => month < day.slice(0, 7)));
}

/** Whether anything was announced in the months that two days lie in, or between them. */
export function hasAny(months: Months, from: string, to: string): boolean {
  for (const month of months.keys()) if (month >= from.slice(0, 7) && month <= to.slice(0, 7)) return true;
  return false;
}

const LEAST = 2;
const GAP = 1;

interface Room {
  height: number;
  /** The count that is as tall as that. */
  top: number;
  /** Where the day shown is: nothing is drawn to the right of it. */
  until: number;
}

/** The bars as one SVG path, standing on `height`. */
export function barsPath(months: Months, axis: Axis, { height, top, until }: Room): string {
  const bars = [...months].map(([month, count]) => {
    const first = `${month}-01`;
    const left = xOf(axis, first);
    const right = Math.min(until, xOf(axis, addMonths(first, 1)) - GAP);
    const width = Math.max(1.5, right - left);
    const tall = Math.max(LEAST, (count / top) * height);
    return `M${left.toFixed(1)} ${height}v${(-tall).toFixed(1)}h${width.toFixed(1)}V${height}z`;
  });
  return bars.join('');
}
