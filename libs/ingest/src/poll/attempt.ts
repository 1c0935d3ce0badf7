import type { Instant } from '#domain';
import type { PollAttempt } from '../schedule/poll-log.js';
import type { AfterPoll } from './after-poll.js';
import type { Observation } from './observation.js';
import type { Takings } from './takings.js';

/** What is told of a poll. */
export function attemptOf(
  { fetched, knownLinks }: Observation,
  { taken, known }: Awaited<ReturnType<Takings['of']>>,
  { outcome, error, next }: AfterPoll,
  { startedAt, now }: { startedAt: Instant; now: Instant },
): PollAttempt {
  return {
    startedAt,
    durationMs: Date.parse(now) - Date.parse(startedAt),
    ...{ outcome, error, status: fetched.status, bytes: fetched.bytes },
    ...{ itemsNew: taken.itemsNew, itemsChanged: taken.itemsChanged },
    itemsKnown: known + knownLinks,
    ...{ nextPollAt: next.at, nextPollReason: next.reason },
  };
}
