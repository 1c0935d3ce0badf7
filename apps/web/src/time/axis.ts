import { addDays, clampDay, daysBetween, type Day } from './days.js';

/** The days from `first` to `last` along a width in pixels. */
export interface Axis {
  first: Day;
  last: Day;
  width: number;
}

/** Where a day begins. */
export function xOf({ first, last, width }: Axis, day: Day): number {
  return (daysBetween(first, day) / Math.max(1, daysBetween(first, last))) * width;
}

export function dayAt({ first, last, width }: Axis, x: number): Day {
  return clampDay(addDays(first, (x / Math.max(1, width)) * daysBetween(first, last)), first, last);
}

/** How near, in pixels, a point takes the mark beside it. */
const NEAR = 5;

/** The day at a point, or that of a mark very near to it. */
export function dayNear(axis: Axis, x: number, marks: readonly Day[]): Day {
  const near = marks.find((day) => Math.abs(xOf(axis, day) - x) <= NEAR);
  return near ?? dayAt(axis, x);
}

const LABEL_WIDTH = 44;

/** The first day of each year, and whether there is room to write the year. */
export function yearMarks(axis: Axis): { year: number; x: number; isNamed: boolean }[] {
  const from = Number(axis.first.slice(0, 4));
  const count = Number(axis.last.slice(0, 4)) - from + 1;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / (axis.width / Math.max(1, count))));
  return Array.from({ length: count }, (_, index) => {
    const x = Math.max(0, xOf(axis, `${from + index}-01-01`));
    return { year: from + index, x, isNamed: index % every === 0 && x + LABEL_WIDTH * 0.7 < axis.width };
  });
}
