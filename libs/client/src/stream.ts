import { messages, resuming, type OnBreak } from './event-source.js';
import type { Http } from './http.js';
import type { Kind, LogEvent, LogPage } from './types.js';

/** Later than anything recorded, and the last year that the tracker takes: what follows is recorded from now on. */
const FAR_FUTURE = '9998-12-31T00:00:00.000Z';

/** Where the tracker's log ends now; a cursor to go on from. */
export interface LogEnd {
  position: string;
  logId: string;
}

export interface FollowOptions {
  /** Resume after this position; without it from now on. */
  after?: string;
  kind?: Kind | Kind[];
  type?: string | string[];
  q?: string;
  lang?: 'en' | 'zh';
  place?: string;
  organisation?: string;
  /** `summit/2023`, or everything under `summit`. */
  activity?: string;
  signal?: AbortSignal;
  /** Called when the tracker cannot serve the cursor: it is beyond the end of its log, or of another log. */
  onReset?: (end: LogEnd) => void;
  /** Called each time a connection stands, with the position that it goes on from. */
  onOpen?: (after: string) => void;
  onBreak?: OnBreak;
}

/**
 * Events as they are recorded, from a position on, without gap or double: the connection is taken up again
 * where it broke, until `signal` aborts. Ends when the tracker resets the cursor, throws when it refuses the
 * request.
 */
export async function* follow(http: Http, options: FollowOptions = {}): AsyncGenerator<LogEvent> {
  const { onReset, onOpen, onBreak, signal, ...filter } = options;
  let { after } = options;
  const open = async function* (last: string | undefined) {
    const from = last ?? after ?? (await headOf(http, signal));
    after = from;
    yield* messages(http, '/v1/stream', { ...filter, after }, { signal, onOpen: () => onOpen?.(from) });
  };
  for await (const { event, id, data } of resuming(open, { signal, onBreak })) {
    if (event === 'reset') return onReset?.(JSON.parse(data) as LogEnd);
    if (id !== undefined) yield JSON.parse(data) as LogEvent;
  }
}

async function headOf(http: Http, signal?: AbortSignal): Promise<string> {
  const query = { after: FAR_FUTURE, limit: 1 };
  const { page } = await http.json<LogPage>('GET', '/v1/events', { query, ...(signal ? { signal } : {}) });
  return page.next;
}
