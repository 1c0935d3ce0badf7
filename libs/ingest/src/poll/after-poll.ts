import type { Instant, SourceCommand } from '#domain';
import { NO_VALIDATORS, type Validators } from '../fetch/conditional-get.js';
import { nextPoll, type NextPoll } from '../schedule/next-poll.js';
import type { Moved, ScheduledSource } from '../schedule/scheduled-source.js';
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
}

/** Consecutive failures after which a source is reported broken. */
export const BROKEN_AFTER = 3;
const DAY_MS = 86_400_000;

export interface PollFacts {
  source: ScheduledSource;
  observation: Observation;
  taken: Taken;
  /** The item seen last, where this fetch held none that was known; else null. */
  lastKnownItem: string | null;
  now: Instant;
  jitter: number;
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
  if (gone >= 2)
    commands.push({
      type: 'PauseSource',
      data: { reason: 'The server says that it is gone for good (410).' },
    });
  const hints = { maxAge: null, feedHint: null, gap: false, window: false, interval: source.interval };
  const { retryAfter } = fetched;
  const next = nextPoll({ now, outcome: 'failed', failures, retryAfter, jitter, ...hints });
  return {
    ...{ outcome: 'failed', error, commands, failures, gone },
    next: { ...next, interval: source.interval },
    validators: source.validators,
    broken: source.broken || breaks,
    gap: source.gap,
    moved: source.moved,
  };
}

function succeeded(facts: PollFacts): AfterPoll {
  const { source, observation, taken, now, jitter } = facts;
  const { fetched } = observation;
  const outcome = outcomeOf(facts);
  const gap = fetched.outcome === 'unchanged' ? source.gap : facts.lastKnownItem !== null;
  const moved = sighted(source, observation, now);
  const commands: SourceCommand[] = [];
  if (source.broken) commands.push({ type: 'ReportSourceRecovered', data: {} });
  if (gap && !source.gap) commands.push({ type: 'SuspectGap', data: { lastKnownItem: facts.lastKnownItem } });
  if (moved !== null && adopted(moved, now)) commands.push({ type: 'MoveSource', data: { to: moved.to } });
  const maxAge = fetched.outcome === 'failed' ? null : fetched.maxAgeSeconds;
  const hints = { maxAge, feedHint: observation.freshSeconds, retryAfter: fetched.retryAfter };
  const next = nextPoll({
    now,
    outcome,
    failures: 0,
    interval: source.interval,
    gap,
    window: false,
    jitter,
    ...hints,
  });
  return {
    ...{ outcome, error: null, commands, next, gap, moved },
    validators: validatorsAfter(facts, taken.complete && observation.complete),
    ...{ failures: 0, gone: 0, broken: false },
  };
}

function outcomeOf({ taken, observation }: PollFacts): AfterPoll['outcome'] {
  if (!taken.complete || !observation.complete) return 'incomplete';
  return taken.fresh > 0 ? 'changed' : 'unchanged';
}

/** Validators of an answer that was not taken whole would hide the rest behind a 304. */
function validatorsAfter({ observation: { fetched } }: PollFacts, whole: boolean): Validators {
  return whole && fetched.outcome !== 'failed' ? fetched.validators : NO_VALIDATORS;
}

/** A fetch without a single known item after one with some: the source's window may have moved past us. */
export function mayHaveMissed(source: ScheduledSource, observation: Observation, taken: Taken): boolean {
  const known = taken.unchanged.length + taken.itemsChanged + observation.knownLinks;
  return source.lastFetchedAt !== null && observation.entries.length > 0 && known === 0;
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
