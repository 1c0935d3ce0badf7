import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { encodeSse, SSE_PREAMBLE, type StreamMessage } from './stream-message.js';

export interface PumpOptions {
  /** Bytes a client may leave unread before it is waited for. */
  maxPendingBytes?: number;
  /** How long it is waited for before it is cut; it can resume from the last id it read. */
  stallMs?: number;
}

/**
 * Writes an event stream to a client until it ends, goes away, or is too slow. Memory for a client is bounded
 * by `maxPendingBytes` and one message. Returns why it ended.
 */
export async function pumpSse(
  messages: AsyncIterable<StreamMessage>,
  sink: Writable,
  { maxPendingBytes = 256 * 1024, stallMs = 10_000 }: PumpOptions = {},
): Promise<'ended' | 'closed' | 'slow'> {
  sink.on('error', () => undefined); // the client went away; seen below as destroyed
  sink.write(SSE_PREAMBLE);
  for await (const message of messages) {
    if (sink.destroyed) return 'closed';
    sink.write(encodeSse(message));
    if (sink.writableLength > maxPendingBytes && !(await drained(sink, stallMs))) {
      const slow = !sink.destroyed;
      sink.destroy();
      return slow ? 'slow' : 'closed';
    }
  }
  sink.end();
  return 'ended';
}

async function drained(sink: Writable, ms: number): Promise<boolean> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), ms);
  const options = { signal: waiting.signal };
  const drain = once(sink, 'drain', options).then(() => true);
  const close = once(sink, 'close', options).then(() => false);
  const result = await Promise.race([drain, close]).catch(() => false);
  clearTimeout(timer);
  waiting.abort();
  await Promise.allSettled([drain, close]);
  return result;
}
