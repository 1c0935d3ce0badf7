import type { Instant, SourceCommand } from '#domain';
import { NO_VALIDATORS, type Validators } from '../fetch/conditional-get.js';
import { nextPoll, type NextPoll } from '../schedule/next-poll.js';
import { NO_MARKS, type Marks, type Moved, type ScheduledSource } from '../schedule/scheduled-source.js';
import type { Taken } from './intake.js';
import type { Observation } from './observation.js';

/** How a source stands after a poll: the schedule row to be, and what the log is told. */
export interface AfterPoll {
  outcome: 'changed' | 'unchanged' | 'incomplete' | 'failed';
  error: string | null;
  commands: SourceCommand[];
  next: NextPoll;
  validators: Validators;
  failures: number;
  gone: number;
  broken: boolean;
  gap: boolean;
  moved: Moved | null;
  feedHint: number | null;
  marks: Marks;
}

/** Consecutive failures after which a source is reported broken. */
export const BROKEN_AFTER = 3;
const DAY_MS = 86_400_000;

export interface PollFacts {
  source: ScheduledSource;
  observation: Observation;
  taken: Taken;
  /** Of the document read now, to know it again by. */
  marks: Marks;
  gap: Gap | null;
  /** A summit is on, and the source tells of it. */
  window: boolean;
  now: Instant;
  jitter: number;
}

/** A fetch held nothing that was known. */
export interface Gap {
  /** The item about the WIC that was seen last; null where none was. */
  lastKnownItem: string | null;
  /** Whether the feed's archive reached back to something known. */
  closed: boolean;
}

/** Draws the conclusions of one poll. Pure: the same facts give the same conclusions. */
export function afterPoll(facts: PollFacts): AfterPoll {
  const { fetched, unreadable } = facts.observation;
  const error = fetched.outcome === 'failed' ? fetched.error : unreadable;
  return error === null ? succeeded(facts) : failed(facts, error);
}

function failed({ source, observation: { fetched }, now, jitter }: PollFacts, error: string): AfterPoll {
  const failures = source.failures + 1;
  const gone = fetched.status === 410 ? source.gone + 1 : 0;
  const breaks = failures >= BROKEN_AFTER && !source.broken;
  const commands: SourceCommand[] = [];
  if (breaks) commands.push({ type: 'ReportSourceBroken', data: { error, status: fetched.status } });
  if (gone >= 2) commands.push({ type: 'PauseSource', data: { reason: GONE } });
  const { interval, validators, gap, moved, feedHint, marks } = source;
  const hints = { maxAge: null, feedHint: null, gap: false, window: false, interval };
  const { retryAfter } = fetched;
  const next = nextPoll({ now, outcome: 'failed', failures, retryAfter, jitter, ...hints });
  return {
    ...{ outcome: 'failed', error, commands, failures, gone },
    next: { ...next, interval },
    ...{ validators, gap, moved, feedHint, marks, broken: source.broken || breaks },
  };
}

const GONE =
  'The server said twice that it is gone for good (410). Give its new address and resume it, or unfollow it.';

function succeeded(facts: PollFacts): AfterPoll {
  const { source, observation, gap: found, now, jitter, window } = facts;
  const { fetched } = observation;
  const outcome = outcomeOf(facts);
  const gap = fetched.outcome === 'unchanged' ? source.gap : found !== null && !found.closed;
  const moved = sighted(source, observation, now);
  const feedHint = fetched.outcome === 'unchanged' ? source.feedHint : observation.freshSeconds;
  const maxAge = fetched.outcome === 'failed' ? null : fetched.maxAgeSeconds;
  const hints = { maxAge, feedHint, retryAfter: fetched.retryAfter, window };
  const pace = { interval: source.interval, gap: gap || found !== null, failures: 0 };
  return {
    ...{ outcome, error: null, commands: commandsOf(facts, moved), gap, moved, feedHint },
    next: nextPoll({ now, outcome, jitter, ...hints, ...pace }),
    ...takenWhole(facts),
    ...{ failures: 0, gone: 0, broken: false },
  };
}

function commandsOf({ source, gap, now }: PollFacts, moved: Moved | null): SourceCommand[] {
  const commands: SourceCommand[] = [];
  if (source.broken) commands.push({ type: 'ReportSourceRecovered', data: {} });
  if (gap !== null && !source.gap)
    commands.push({ type: 'SuspectGap', data: { lastKnownItem: gap.lastKnownItem } });
  if (moved !== null && adopted(moved, now)) commands.push({ type: 'MoveSource', data: { to: moved.to } });
  return commands;
}

function outcomeOf({ taken, observation }: PollFacts): AfterPoll['outcome'] {
  if (!taken.complete || !observation.complete) return 'incomplete';
  return taken.fresh > 0 ? 'changed' : 'unchanged';
}

/** What would make the next poll pass over an answer that was not taken whole is forgotten. */
function takenWhole({
  source,
  observation,
  taken,
  marks,
}: PollFacts): Pick<AfterPoll, 'validators' | 'marks'> {
  const { fetched, complete } = observation;
  if (fetched.outcome === 'failed' || !complete || !taken.complete)
    return { validators: NO_VALIDATORS, marks: NO_MARKS };
  return { validators: fetched.validators, marks: fetched.outcome === 'unchanged' ? source.marks : marks };
}

/** A fetch without a single known item after one with some: the source's window may have moved past us. */
export function mayHaveMissed(
  source: ScheduledSource,
  { entries, knownLinks }: Observation,
  known: number,
): boolean {
  return source.lastFetchedAt !== null && entries.length > 0 && known + knownLinks === 0;
}

/** Where the leading permanent redirects lead, with how often that was seen. */
function sighted(source: ScheduledSource, { fetched }: Observation, now: Instant): Moved | null {
  if (fetched.outcome === 'unchanged' && fetched.redirects.length === 0) return null;
  const temporary = fetched.redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  const leading = temporary < 0 ? fetched.redirects : fetched.redirects.slice(0, temporary);
  const to = leading.at(-1)?.to;
  if (to === undefined) return null;
  if (source.moved?.to !== to) return { to, since: now, sightings: 1 };
  return { ...source.moved, sightings: source.moved.sightings + 1 };
}

/** A move is believed after three sightings over at least a day. */
function adopted({ since, sightings }: Moved, now: Instant): boolean {
  return sightings >= 3 && Date.parse(now) - Date.parse(since) >= DAY_MS;
}
