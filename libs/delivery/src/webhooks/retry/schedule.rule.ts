/** Seconds before each attempt, counted from the one before: ten attempts over 75 hours. */
export const SCHEDULE_SECONDS = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

const JITTER = 0.2;

/**
 * Milliseconds to wait after `made` attempts of one schedule, ±20 % (`random` in [0, 1)), but never less than
 * the receiver asked for; null: there is no further attempt.
 */
export function nextDelay(made: number, random: number, retryAfterMs = 0): number | null {
  const seconds = SCHEDULE_SECONDS[made];
  if (seconds === undefined) return null;
  const jittered = seconds * 1000 * (1 - JITTER + 2 * JITTER * random);
  return Math.round(Math.max(jittered, retryAfterMs));
}
