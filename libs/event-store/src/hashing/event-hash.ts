import { createHash } from 'node:crypto';
import type { StoredEvent } from '../port/event-store.port.js';
import { canonicalJson } from './canonical.js';

/** The parts of an event that its hash covers. */
export type HashedParts = Pick<
  StoredEvent,
  | 'id'
  | 'type'
  | 'version'
  | 'stream'
  | 'revision'
  | 'announcedAt'
  | 'data'
  | 'causationId'
  | 'correlationId'
  | 'actor'
  | 'previousHash'
>;

/**
 * SHA-256 (hex) of the RFC 8785 JSON of `{actor, announcedAt, causation, correlation, data, id, previousHash,
 * revision, stream, type, version}`. `dataText` is the canonical text of `data`, where the caller has it.
 */
export function eventHash(event: HashedParts, dataText: string = canonicalJson(event.data)): string {
  const parts = [
    `"actor":${JSON.stringify(event.actor)}`,
    `"announcedAt":${JSON.stringify(event.announcedAt)}`,
    `"causation":${JSON.stringify(event.causationId)}`,
    `"correlation":${JSON.stringify(event.correlationId)}`,
    `"data":${dataText}`,
    `"id":${JSON.stringify(event.id)}`,
    `"previousHash":${JSON.stringify(event.previousHash)}`,
    `"revision":${event.revision}`,
    `"stream":${JSON.stringify(event.stream)}`,
    `"type":${JSON.stringify(event.type)}`,
    `"version":${event.version}`,
  ];
  return sha256(`{${parts.join(',')}}`);
}

/** SHA-256 (hex) of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
