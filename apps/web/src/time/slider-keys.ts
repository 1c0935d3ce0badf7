import { addDays, addMonths, clampDay, type Day } from './days.js';

/** What the time machine can reach: its ends, and the summits in between, oldest first. */
export interface Reach {
  first: Day;
  last: Day;
  editions: readonly Day[];
}

export interface Pressed {
  key: string;
  shiftKey: boolean;
}

type Step = (day: Day, reach: Reach) => Day;

const nextEdition: Step = (day, { editions, last }) => editions.find((edition) => edition > day) ?? last;
const lastEdition: Step = (day, { editions, first }) =>
  editions.findLast((edition) => edition < day) ?? first;
const nextDay: Step = (day) => addDays(day, 1);
const dayBefore: Step = (day) => addDays(day, -1);

const STEPS: Record<string, Step> = {
  ArrowRight: nextDay,
  ArrowUp: nextDay,
  ArrowLeft: dayBefore,
  ArrowDown: dayBefore,
  PageUp: (day) => addMonths(day, 1),
  PageDown: (day) => addMonths(day, -1),
  Home: (_day, { first }) => first,
  End: (_day, { last }) => last,
  'Shift+ArrowRight': nextEdition,
  'Shift+ArrowUp': nextEdition,
  'Shift+ArrowLeft': lastEdition,
  'Shift+ArrowDown': lastEdition,
  ']': nextEdition,
  '[': lastEdition,
};

/** Where a key leads from a day; null when it means nothing here. */
export function stepFrom(day: Day, { key, shiftKey }: Pressed, reach: Reach): Day | null {
  const step = STEPS[shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key];
  return step ? clampDay(step(day, reach), reach.first, reach.last) : null;
}
