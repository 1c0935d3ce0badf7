import { daysBetween, type Happens } from '#domain';

/** How the times of two statements stand to each other. */
export type DateAgreement = 'same' | 'overlap' | 'differ' | 'unknown';

/** `same`: a day in common as start or end; `overlap`: one lies within the other or both cross. */
export function compareDates(a: Happens | null, b: Happens | null): DateAgreement {
  const [first, second] = [rangeOf(a), rangeOf(b)];
  if (a === null || b === null || first === null || second === null) return 'unknown';
  const daily = a.precision === 'day' && b.precision === 'day';
  if (daily && [a.start, a.end].some((day) => equal(day, b.start) || equal(day, b.end))) return 'same';
  return first.from <= second.to && second.from <= first.to ? 'overlap' : 'differ';
}

/** Whether two day-precise statements contradict each other: another first day or another last day. */
export function contradict(a: Happens | null, b: Happens | null): boolean {
  if (a === null || b === null || a.precision !== 'day' || b.precision !== 'day') return false;
  return unequal(a.start, b.start) || unequal(realEnd(a), realEnd(b));
}

/** Days between the first days known of two statements; null when one has none. */
export function daysApart(a: Happens | null, b: Happens | null): number | null {
  const [first, second] = [rangeOf(a), rangeOf(b)];
  return first === null || second === null ? null : Math.abs(daysBetween(first.from, second.from));
}

/** An end that only repeats the start says that a report told one day, not that the thing lasts one. */
function realEnd({ start, end }: Happens): string | null {
  return end === start ? null : end;
}

function rangeOf(happens: Happens | null): { from: string; to: string } | null {
  if (happens === null) return null;
  const from = happens.start ?? happens.end;
  return from === null ? null : { from, to: happens.end ?? from };
}

function equal(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

function unequal(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}
