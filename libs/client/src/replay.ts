import { messages, resuming, type OnBreak } from './event-source.js';
import type { Http } from './http.js';
import type { Kind, LogEvent } from './types.js';

export interface ReplayOptions {
  /** First and last day or instant announced. */
  from?: string | undefined;
  to?: string | undefined;
  /** Days a second; 0 is as fast as it goes. */
  speed?: number;
  kind?: Kind | Kind[];
  type?: string | string[];
  tz?: string;
  /**
   * Go on after this position, which was seen last: a replay is paused by breaking it off, and taken up again by
   * its last position, with the day it had reached as `from`.
   */
  after?: string | undefined;
  signal?: AbortSignal;
  /** Called with each day the replay reaches (YYYY-MM-DD), also where nothing was announced on it. */
  onDay?: (day: string) => void;
}

/**
 * History in announced order at `speed` days a second (0: as fast as it goes). A connection that breaks is taken
 * up again after the last event seen; one that cannot be made at first throws.
 */
export async function* replay(
  http: Http,
  { signal, onDay, after, ...query }: ReplayOptions = {},
): AsyncGenerator<LogEvent> {
  let begun = false;
  const open = (last = after) => messages(http, '/v1/replay', query, { signal, last });
  const onBreak: OnBreak = (_wait, error) => {
    if (!begun && error) throw error;
  };
  for await (const { event, data } of resuming(open, { signal, onBreak })) {
    if (event === 'end') return;
    begun = true;
    if (event === 'day') onDay?.((JSON.parse(data) as { day: string }).day);
    else yield JSON.parse(data) as LogEvent;
  }
}
