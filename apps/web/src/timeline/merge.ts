interface Row {
  id: string;
}

interface Head<Kept extends Row> {
  data: Kept[];
  next: string | null;
}

/** A list as it stands with a newer reading of its head: what came, what changed, what went. */
export interface Merged<Kept extends Row> extends Head<Kept> {
  /** Ids that were not there before. */
  came: string[];
}

/**
 * Lays a newer head over a list that may reach further down. Where the two do not touch, only the head is
 * certain, and the rest is read again when it is wanted.
 */
export function mergeHead<Kept extends Row>(list: Head<Kept>, head: Head<Kept>): Merged<Kept> {
  const known = new Set(list.data.map(({ id }) => id));
  const fresh = new Set(head.data.map(({ id }) => id));
  const came = [...fresh].filter((id) => !known.has(id));
  const lowest = head.data.findLast(({ id }) => known.has(id));
  if (head.next === null || !lowest) return { ...head, came };
  const below = list.data.slice(list.data.findIndex(({ id }) => id === lowest.id) + 1);
  return { data: [...head.data, ...below.filter(({ id }) => !fresh.has(id))], next: list.next, came };
}

/** A list with its next page, which may hold what has moved down since. */
export function appended<Kept extends Row>(rows: readonly Kept[], page: readonly Kept[]): Kept[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...page.filter(({ id }) => !known.has(id))];
}
