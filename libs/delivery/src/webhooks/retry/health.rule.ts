import type { WebhookFailing } from '#domain';
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
  /** How far it has come towards being given up, where its owner is to be warned of that; null: not so far. */
  warning: Warning | null;
}

/** What the log is to say of an endpoint that goes on failing; `told` once it does. */
export interface Warning extends Omit<WebhookFailing['data'], 'since'> {
  told: boolean;
}

export const NEW_HEALTH: Health = {
  failures: 0,
  failingSince: null,
  lastAttemptAt: null,
  lastSuccessAt: null,
  lastFailure: null,
  trips: 0,
  pausedUntil: null,
  warning: null,
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

function later(a: string | null, b: number): string {
  return new Date(Math.max(a ? Date.parse(a) : 0, b)).toISOString();
}
