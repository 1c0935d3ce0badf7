/** Rows of cells as aligned columns, the first to the left and the others to the right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)),
    [],
  );
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}

/** Figures that are counts; the others are shares. */
const COUNTS = new Set(['docs', 'falsePositives', 'evidenceSpans', 'pairs', 'unread']);

/** A share with three decimals, a count as it is. */
export function figure(value: number, name = ''): string {
  return COUNTS.has(name) ? String(value) : value.toFixed(3);
}
