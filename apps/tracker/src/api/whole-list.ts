import { z } from 'zod';
import { paging } from '../http/fields.schema.js';
import { Problem } from '../http/problem.js';

/** Query of lists that are short enough to be held whole. */
export const wholeListQuery = z.strictObject(paging);

/** A page of such a list; its cursor is the id of the last one seen. */
export function pageOfWhole<Row extends { id: string }>(
  rows: readonly Row[],
  { cursor, limit }: z.infer<typeof wholeListQuery>,
) {
  const seen = cursor === undefined ? -1 : rows.findIndex(({ id }) => encode(id) === cursor);
  if (cursor !== undefined && seen < 0) {
    const detail = 'is no cursor of this list, or what it named is gone; leave it out to begin anew';
    throw new Problem(422, `/cursor: ${detail}`, { errors: [{ pointer: '/cursor', detail }] });
  }
  const data = rows.slice(seen + 1, seen + 1 + limit);
  const isLast = seen + 1 + limit >= rows.length;
  return { data, page: { next: isLast ? null : encode(data.at(-1)!.id) }, total: rows.length };
}

function encode(id: string): string {
  return Buffer.from(id).toString('base64url');
}
