/** A row of the list; the first of each group says what the group is. */
export interface Grouped<Kept> {
  row: Kept;
  /** What the group is called; null on all but its first row. */
  group: string | null;
}

/** Marks where a list that is in order goes from one group to the next. */
export function grouped<Kept>(rows: readonly Kept[], groupOf: (row: Kept) => string): Grouped<Kept>[] {
  let last: string | null = null;
  return rows.map((row) => {
    const group = groupOf(row);
    const isFirst = group !== last;
    last = group;
    return { row, group: isFirst ? group : null };
  });
}
