import { sha256 } from '../hashing/event-hash.js';
import type { StoredEvent } from '../port/event-store.port.js';

/** The running digest before the first event. */
export const FIRST_DIGEST = '0'.repeat(64);

/**
 * The running digest after an event: SHA-256 (hex) of the digest before it, the event's hash, its recordedAt
 * and its backfill flag, joined by line feeds. Positions are no part of it: they change with a restore.
 */
export function nextDigest(digest: string, event: StoredEvent): string {
  return sha256(`${digest}\n${event.hash}\n${event.recordedAt}\n${event.backfill}`);
}
