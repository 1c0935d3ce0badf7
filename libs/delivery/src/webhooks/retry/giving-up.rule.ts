import { WEBHOOK_WARNINGS } from '#domain';
import type { Health, Warning } from './health.rule.js';

const HOUR = 3_600_000;
const GIVE_UP = { withoutSuccessMs: 5 * 24 * HOUR, failures: 10, apartMs: 12 * HOUR };

/** Why an endpoint is given up, or null. The answers themselves are in its attempts, not in the log. */
export function givenUp(health: Health, activeSince: Date): string | null {
  if (shareOfGivingUp(health, activeSince) < 1) return null;
  const last = health.lastFailure?.status;
  const how = last ? `, the last with HTTP ${last}` : '';
  return `No delivery succeeded for five days (${health.failures} failed in a row${how}).`;
}

/** The warning that is due by now: the one there is, or a further one that is still to be told. */
export function warningOf(health: Health, activeSince: Date): Warning | null {
  const percent = 100 * shareOfGivingUp(health, activeSince);
  const due = WEBHOOK_WARNINGS.filter((each) => each <= percent).at(-1);
  if (due === undefined || (health.warning?.percent ?? 0) >= due) return health.warning;
  const { failures, lastFailure } = health;
  const disabledAfter = new Date(lastGood(health, activeSince) + GIVE_UP.withoutSuccessMs).toISOString();
  return { percent: due, failures, status: lastFailure?.status ?? null, disabledAfter, told: false };
}

/**
 * How far an endpoint is from being given up, 1 being there: no success for five days (nor since it became active),
 * ten failures in a row, twelve hours between the first and the last of them; whichever of them is furthest off.
 */
function shareOfGivingUp(health: Health, activeSince: Date): number {
  const { failures, failingSince, lastFailure } = health;
  if (failingSince === null || lastFailure === null) return 0;
  const last = Date.parse(lastFailure.at);
  return Math.min(
    (last - lastGood(health, activeSince)) / GIVE_UP.withoutSuccessMs,
    failures / GIVE_UP.failures,
    (last - Date.parse(failingSince)) / GIVE_UP.apartMs,
  );
}

function lastGood({ lastSuccessAt }: Health, activeSince: Date): number {
  return Math.max(lastSuccessAt ? Date.parse(lastSuccessAt) : 0, activeSince.getTime());
}
