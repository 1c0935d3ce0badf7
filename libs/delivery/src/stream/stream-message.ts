import type { PublicEvent } from '#projections';
import { frameOf } from './event-text.js';

/** What a follower of the stream is told. */
export type StreamMessage =
  | { kind: 'event'; event: PublicEvent }
  /** Nothing happened for a while; the line is alive. */
  | { kind: 'heartbeat' }
  /** The cursor cannot be served (beyond the head, or of another log): what follows begins after `position`. */
  | { kind: 'reset'; position: string; logId: string }
  /** A replay reached this day. */
  | { kind: 'day'; day: string }
  /** A replay reached its end. */
  | { kind: 'end'; position: string | null };

const HEARTBEAT = Buffer.from(': heartbeat\n\n');

/** First bytes of every event stream: when to come back after the line was cut. */
export const SSE_PREAMBLE = Buffer.from('retry: 3000\n\n');

/** A message in the event stream format. Heartbeats are comments, so that they never touch a cursor. */
export function encodeSse(message: StreamMessage): Buffer {
  switch (message.kind) {
    case 'event':
      return frameOf(message.event);
    case 'heartbeat':
      return HEARTBEAT;
    case 'reset': {
      const { position, logId } = message;
      return Buffer.from(`id: ${position}\nevent: reset\ndata: ${JSON.stringify({ position, logId })}\n\n`);
    }
    case 'day':
      return Buffer.from(`event: day\ndata: ${JSON.stringify({ day: message.day })}\n\n`);
    case 'end':
      return Buffer.from(`event: end\ndata: ${JSON.stringify({ position: message.position })}\n\n`);
  }
}
