import { createHash } from 'node:crypto';
import { v5 } from 'uuid';

const NAMESPACE = '5f0b8f0e-6b4a-5d7e-9c3a-2f3f7a1c4e10';

/** A UUID of version 5 (RFC 9562) over the parts, in order: the same parts always give the same id. */
export function nameBasedId(...parts: (string | number)[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/** SHA-256 of the text's UTF-8 bytes, in hex: a text's key in the archive. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
