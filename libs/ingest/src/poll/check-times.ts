import type { Instant } from '#domain';

const DAY_MS = 86_400_000;
/** Days after an article was first seen on which its page is read again. */
const CHECKED_AFTER_DAYS = [1, 3, 7];
/** A page that answered that it is gone is asked once a day until it is sure, no longer than this. */
const GIVEN_UP_AFTER_DAYS = 30;

/** When an article's page is read again: it is edited in its first days if at all. Null: not any more. */
export function nextCheck(firstSeenAt: Instant, now: Instant): Instant | null {
  const first = Date.parse(firstSeenAt);
  const next = CHECKED_AFTER_DAYS.map((days) => first + days * DAY_MS).find((at) => at > Date.parse(now));
  return next === undefined ? null : new Date(next).toISOString();
}

/** When a page that is gone is asked again: a day later. */
export function confirmation(firstSeenAt: Instant, now: Instant): Instant | null {
  return after(DAY_MS, firstSeenAt, now);
}

/** When a page that could not be asked is asked again: an hour later, so that it keeps no other from its turn. */
export function soon(firstSeenAt: Instant, now: Instant): Instant | null {
  return after(DAY_MS / 24, firstSeenAt, now);
}

function after(ms: number, firstSeenAt: Instant, now: Instant): Instant | null {
  if (Date.parse(now) - Date.parse(firstSeenAt) > GIVEN_UP_AFTER_DAYS * DAY_MS) return null;
  return new Date(Date.parse(now) + ms).toISOString();
}

/** Gone for sure: it answered so twice, a day apart. */
export function goneForSure(goneSince: Instant | null, now: Instant): boolean {
  return goneSince !== null && Date.parse(now) - Date.parse(goneSince) >= DAY_MS;
}
