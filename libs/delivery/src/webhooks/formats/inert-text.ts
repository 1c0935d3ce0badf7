import { storable } from '#domain';

/** How one character is written so that it is only itself. */
export type Escape = (character: string) => string;

/** For fields that are no markup. */
export const asIs: Escape = (character) => character;

/** For Markdown that knows the backslash: before any punctuation it takes the meaning away. */
export const backslashed: Escape = (character) =>
  /[!-/:-@[-`{-~]/.test(character) ? `\\${character}` : character;

/** For Markdown without an escape: the same sign in its wide form, which means nothing to a parser. */
export const widened: Escape = (character) =>
  /[!#()*<>@[\\\]_`|~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character;

/** Line breaks and controls, and the marks that turn the direction of text around. */
const UNSEEN = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Words of others as one line that cannot become markup, at most `limit` units long once it is escaped; cut with
 * an ellipsis, never within a character or an escape.
 */
export function inert(text: string, limit: number, escape: Escape): string {
  const line = storable(text).replaceAll(UNSEEN, ' ').trim();
  const pieces = [...line].map(escape);
  let length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length <= limit) return pieces.join('');
  while (length >= limit) length -= pieces.pop()!.length;
  return `${pieces.join('')}…`;
}
