import serialize from 'canonicalize';

/**
 * The RFC 8785 (JCS) text of a JSON value: members sorted, no white space, numbers as ECMAScript writes them
 * (so -0 becomes 0). Control characters, U+0000 among them, come out escaped. Throws on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const text = (serialize as unknown as (input: unknown) => string | undefined)(value);
  if (text === undefined) throw new TypeError('Only JSON values can be stored: undefined is none.');
  return text;
}
