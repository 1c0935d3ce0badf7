import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';
import { WicError, type Http } from './http.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Hears that a connection broke or could not be made, and how long is waited before the next try. */
export type OnBreak = (waitMs: number, error: Error | null) => void;

interface Standing {
  /** The id of the last message. */
  last: string | undefined;
  wait: number;
}

/**
 * The messages of one connection after another: when one breaks, `open` is asked for the next, from the last id
 * seen on. Ends when `signal` aborts; throws when the tracker refuses the request.
 */
export async function* resuming(
  open: (last: string | undefined) => AsyncIterable<EventSourceMessage>,
  { signal, onBreak }: { signal?: AbortSignal | undefined; onBreak?: OnBreak | undefined },
): AsyncGenerator<EventSourceMessage> {
  const standing: Standing = { last: undefined, wait: FIRST_WAIT_MS };
  while (!signal?.aborted) {
    const broken = yield* untilBroken(open(standing.last), standing, signal);
    if (signal?.aborted) return;
    onBreak?.(standing.wait, broken);
    await pause(standing.wait, signal);
    standing.wait = Math.min(standing.wait * 2, LONGEST_WAIT_MS);
  }
}

async function* untilBroken(
  messages: AsyncIterable<EventSourceMessage>,
  standing: Standing,
  signal?: AbortSignal,
): AsyncGenerator<EventSourceMessage, Error | null> {
  try {
    for await (const message of messages) {
      standing.wait = FIRST_WAIT_MS;
      standing.last = message.id ?? standing.last;
      yield message;
    }
    return null;
  } catch (error) {
    if (!signal?.aborted && isRefusal(error)) throw error;
    return error as Error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof WicError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

interface Connecting {
  signal?: AbortSignal | undefined;
  /** The id of the last message seen. */
  last?: string | undefined;
  onOpen?: (() => void) | undefined;
}

/** The messages of one connection; throws when it breaks. */
export async function* messages(
  http: Http,
  path: string,
  query: object,
  { signal, last, onOpen }: Connecting,
): AsyncGenerator<EventSourceMessage> {
  const response = await http.raw('GET', path, {
    query,
    headers: { accept: 'text/event-stream', ...(last === undefined ? {} : { 'last-event-id': last }) },
    ...(signal ? { signal } : {}),
  });
  onOpen?.();
  const reader = response
    .body!.pipeThrough(new TextDecoderStream() as never)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
