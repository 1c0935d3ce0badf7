import { EventSourceParserStream } from 'eventsource-parser/stream';
import { WicError, type Http } from './http.js';
import type { LogEvent } from './types.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export interface FollowOptions {
  /** Resume after this position; without it from now on. */
  after?: string;
  kind?: string | string[];
  type?: string | string[];
  signal?: AbortSignal;
  /** Called when the tracker cannot serve the cursor: its log is another one. */
  onReset?: () => void;
}

/**
 * Events as they are recorded, from a position on, without gap or double: the connection is taken up again
 * where it broke, until `signal` aborts. Ends when the tracker refuses the request or resets the cursor.
 */
export async function* follow(http: Http, options: FollowOptions = {}): AsyncGenerator<LogEvent> {
  const { onReset, signal, ...filter } = options;
  let after = options.after;
  let wait = FIRST_WAIT_MS;
  while (!signal?.aborted) {
    for await (const message of untilBroken(http, { ...filter, after }, signal)) {
      wait = FIRST_WAIT_MS;
      if (message.event === 'reset') return onReset?.();
      if (message.id === undefined) continue;
      after = message.id;
      yield JSON.parse(message.data) as LogEvent;
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

/** The messages of one connection; ends when it breaks, throws when the tracker refuses the request. */
async function* untilBroken(http: Http, query: object, signal?: AbortSignal) {
  try {
    yield* messages(http, '/v1/stream', query, signal);
  } catch (error) {
    if (!signal?.aborted && isRefusal(error)) throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof WicError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

/** History in announced order at `speed` days a second (0: as fast as it goes). */
export async function* replay(
  http: Http,
  { signal, ...query }: { from?: string; to?: string; speed?: number; signal?: AbortSignal },
): AsyncGenerator<LogEvent> {
  for await (const message of messages(http, '/v1/replay', query, signal)) {
    if (message.event === 'end') return;
    yield JSON.parse(message.data) as LogEvent;
  }
}

async function* messages(http: Http, path: string, query: object, signal?: AbortSignal) {
  const response = await http.raw('GET', path, {
    query,
    headers: { accept: 'text/event-stream' },
    ...(signal ? { signal } : {}),
  });
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
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
