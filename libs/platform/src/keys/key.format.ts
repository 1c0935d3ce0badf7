import { createHash, randomBytes } from 'node:crypto';

const PREFIX_LENGTH = 12;

/** A fresh API key: `wic_` and 32 random bytes in base64url (256 bits). */
export function newKey(): string {
  return `wic_${randomBytes(32).toString('base64url')}`;
}

/** The part that is kept readable, so that its owner knows a key again: `wic_` and 8 characters (48 bits). */
export function prefixOf(key: string): string {
  return key.slice(0, PREFIX_LENGTH);
}

/**
 * SHA-256 of the whole key. A slow password hash guards secrets that can be guessed; 256 random bits cannot,
 * so a fast hash is safe here and costs a request nothing.
 */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
