/** Reads rows page by page, each from where the one before it ended, the next while this one is handled. */
export async function* pages<Row, Cursor>(
  fetch: (after: Cursor, size: number) => Promise<Row[]>,
  start: Cursor,
  cursorOf: (row: Row) => Cursor,
  limit = Infinity,
): AsyncGenerator<Row[]> {
  let left = limit;
  let size = Math.min(FIRST, left);
  let pending = left > 0 ? fetch(start, size) : null;
  while (pending) {
    const rows = await pending;
    left -= rows.length;
    const last = rows.at(-1);
    const more = rows.length === size && left > 0 && last !== undefined;
    size = Math.min(PAGE, left);
    pending = more ? fetch(cursorOf(last), size) : null;
    pending?.catch(() => undefined); // a reader that leaves early never asks for it
    if (rows.length > 0) yield rows;
  }
}

const FIRST = 100;
const PAGE = 1000;
