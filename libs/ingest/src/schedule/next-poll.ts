import type { Instant } from '#domain';

/** What is known when the time of the next poll is chosen. Durations in seconds. */
export interface PollOutlook {
  now: Instant;
  outcome: 'changed' | 'unchanged' | 'incomplete' | 'failed';
  /** The interval of the poll before. */
  interval: number;
  /** Consecutive failures, this one included. */
  failures: number;
  /** What the answer's max-age and the feed's own ttl or sy: ask for. */
  maxAge: number | null;
  feedHint: number | null;
  /** The server's floor. */
  retryAfter: Instant | null;
  /** Something may have been missed since the last fetch. */
  gap: boolean;
  /** The source reports a summit that is on: look more often. */
  window: boolean;
  /** 0 to 1, so that sources due together part. */
  jitter: number;
}

/** When to poll next, why then, and the interval to go on from. */
export interface NextPoll {
  at: Instant;
  reason: string;
  interval: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const DEFAULT_INTERVAL = 30 * MINUTE;
/** Without hints: fast where something comes, slower where nothing does, never slower than this. */
const QUIET = 6 * HOUR;

/** Chooses the time of the next poll: hints first, then how busy the source is; failures back off to a day. */
export function nextPoll(outlook: PollOutlook): NextPoll {
  const { interval, reason } = chosen(outlook);
  const wait = jittered(interval, outlook.jitter);
  const at = new Date(Date.parse(outlook.now) + wait * 1000).toISOString();
  if (outlook.retryAfter !== null && outlook.retryAfter > at)
    return { at: outlook.retryAfter, reason: 'the server asked to wait (Retry-After)', interval };
  return { at, reason, interval };
}

/** A tenth later at most; where that would be beyond a day, a tenth sooner: together they part, and the day holds. */
function jittered(interval: number, jitter: number): number {
  return interval * 1.1 <= DAY ? interval * (1 + jitter / 10) : Math.min(interval, DAY) * (1 - jitter / 10);
}

function chosen(outlook: PollOutlook): Omit<NextPoll, 'at'> {
  if (outlook.outcome === 'failed') return backOff(outlook.failures);
  const floor = outlook.window ? 5 * MINUTE : 15 * MINUTE;
  if (outlook.outcome === 'incomplete')
    return { interval: floor, reason: 'more items wait than one poll takes' };
  const base = hinted(outlook, floor) ?? adaptive(outlook, floor);
  if (!outlook.gap) return base;
  return {
    interval: Math.max(floor, base.interval / 2),
    reason: `${base.reason}; halved, items may have been missed`,
  };
}

/** 30 minutes, doubling, at most a day: a source is never given up silently. */
function backOff(failures: number): Omit<NextPoll, 'at'> {
  const interval = Math.min(30 * MINUTE * 2 ** Math.min(Math.max(failures, 1) - 1, 10), DAY);
  const failed = failures === 1 ? 'failed' : `failed ${failures} times in a row`;
  return { interval, reason: `${failed}: waiting ${spoken(interval)}` };
}

function hinted(outlook: PollOutlook, floor: number): Omit<NextPoll, 'at'> | null {
  const hints = [
    ['max-age', outlook.maxAge],
    ['the feed', outlook.feedHint],
  ] as const;
  const found = hints.find(([, seconds]) => seconds !== null && seconds > 0);
  if (found === undefined || outlook.window) return null;
  const interval = clamp(found[1] ?? 0, floor, DAY);
  return {
    interval,
    reason: `${found[0]} asks for ${spoken(found[1] ?? 0)}${clamped(found[1] ?? 0, interval)}`,
  };
}

function adaptive({ outcome, interval, window }: PollOutlook, floor: number): Omit<NextPoll, 'at'> {
  if (window) return { interval: floor, reason: 'a summit is on' };
  const changed = outcome === 'changed';
  const next = Math.round(clamp(changed ? interval / 2 : interval * 1.5, floor, QUIET));
  return { interval: next, reason: `${changed ? 'something new' : 'nothing new'}: again in ${spoken(next)}` };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function clamped(asked: number, given: number): string {
  return asked === given ? '' : `, kept to ${spoken(given)}`;
}

function spoken(seconds: number): string {
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`;
  return `${Math.round((seconds / HOUR) * 10) / 10} h`;
}
