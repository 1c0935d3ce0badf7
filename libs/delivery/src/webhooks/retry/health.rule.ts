import type { Verdict } from './verdict.rule.js';

/** What deliveries to an endpoint told about it. Instants are ISO strings. */
export interface Health {
  /** Failed attempts in a row. */
  failures: number;
  /** The first of them. */
  failingSince: string | null;
  lastAttemptAt: string | null;
  lastSuccessAt: string | null;
  lastFailure: { at: string; error: string; status: number | null } | null;
  /** How often the breaker opened since the last success. */
  trips: number;
  /** No attempt starts before: the breaker is open, or the receiver asked for it. */
  pausedUntil: string | null;
}

export const NEW_HEALTH: Health = {
  failures: 0,
  failingSince: null,
  lastAttemptAt: null,
  lastSuccessAt: null,
  lastFailure: null,
  trips: 0,
  pausedUntil: null,
};

/** Failures in a row after which the breaker opens; each failed probe opens it again for twice as long. */
const BREAKER_FAILURES = 5;
const BREAKER_MS = 60_000;
const BREAKER_MAX_MS = 30 * 60_000;

/** An endpoint's health after an attempt that began at `at`. */
export function afterAttempt(health: Health, verdict: Verdict, status: number | null, at: Date): Health {
  const now = at.toISOString();
  if (verdict.ok)
    return { ...NEW_HEALTH, lastFailure: health.lastFailure, lastAttemptAt: now, lastSuccessAt: now };
  const failures = health.failures + 1;
  const opens = failures >= BREAKER_FAILURES && !isPaused(health, at);
  const trips = health.trips + (opens ? 1 : 0);
  const breaker = opens ? Math.min(BREAKER_MS * 2 ** (trips - 1), BREAKER_MAX_MS) : 0;
  const pause = Math.max(breaker, verdict.retryAfterMs);
  return {
    ...health,
    failures,
    trips,
    failingSince: health.failingSince ?? now,
    lastAttemptAt: now,
    lastFailure: { at: now, error: verdict.error, status },
    pausedUntil: pause > 0 ? later(health.pausedUntil, at.getTime() + pause) : health.pausedUntil,
  };
}

/** Whether attempts wait: those that were under way when the breaker opened do not open it further. */
export function isPaused(health: Health, at: Date): boolean {
  return health.pausedUntil !== null && Date.parse(health.pausedUntil) > at.getTime();
}

const HOUR = 3_600_000;
const GIVE_UP = { withoutSuccessMs: 5 * 24 * HOUR, failures: 10, apartMs: 12 * HOUR };

/**
 * Why an endpoint is given up, or null: no success for five days (nor since it became active), at least ten
 * failures in a row, and at least twelve hours between the first and the last of them.
 */
export function givenUp(health: Health, activeSince: Date): string | null {
  const { failures, failingSince, lastFailure, lastSuccessAt } = health;
  if (failures < GIVE_UP.failures || failingSince === null || lastFailure === null) return null;
  const last = Date.parse(lastFailure.at);
  const good = Math.max(lastSuccessAt ? Date.parse(lastSuccessAt) : 0, activeSince.getTime());
  if (last - good < GIVE_UP.withoutSuccessMs || last - Date.parse(failingSince) < GIVE_UP.apartMs)
    return null;
  return `No delivery succeeded for five days (${failures} failed in a row, the last with: ${lastFailure.error}).`;
}

function later(a: string | null, b: number): string {
  return new Date(Math.max(a ? Date.parse(a) : 0, b)).toISOString();
}
