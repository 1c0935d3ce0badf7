import { DomainError } from '#domain';

/**
 * Where a page ended: the last row's order key and id, and the position the first page was read at, so that all
 * pages show the log as it was then.
 */
export interface Cursor {
  order: string;
  key: string;
  id: string;
  knownAt: string;
}

/** A cursor as outsiders hold it. */
export function encodeCursor({ order, key, id, knownAt }: Cursor): string {
  return Buffer.from(JSON.stringify([order, key, id, knownAt])).toString('base64url');
}

/** Reads a cursor of the same order. Throws DomainError `invalid` for any other text. */
export function decodeCursor(text: string, order: string): Cursor {
  const parts = partsOf(text);
  if (!Array.isArray(parts) || parts.length !== 4 || parts.some((part) => typeof part !== 'string'))
    throw new DomainError(
      'invalid',
      'This is no cursor of this list; leave it out to begin anew.',
      '/cursor',
    );
  const [of, key, id, knownAt] = parts as [string, string, string, string];
  if (of !== order || !/^\d{1,18}$/.test(knownAt) || !isKey(order, key))
    throw new DomainError('invalid', `This cursor belongs to another list than ${order}.`, '/cursor');
  return { order, key, id, knownAt };
}

function partsOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

function isKey(order: string, key: string): boolean {
  return order === 'activities' || !Number.isNaN(Date.parse(key));
}
