import { createHash } from 'node:crypto';
import { parse } from 'uuid';

const NAMESPACE = parse('5a0c9e0e-9d0b-4f43-8a7f-6a2f6d1c7b10');

/**
 * The id under which a webhook is sent the event at a position: the same on every retry and replay. A UUID of version
 * 5 (RFC 9562 §5.5), written out here because it is made for every delivery.
 */
export function webhookMessageId(webhookId: string, position: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(`${webhookId}:${position}`).digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
