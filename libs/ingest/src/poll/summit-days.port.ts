import type { Instant } from '#domain';

/** Whether a summit is on, as far as is known: around its days its news comes by the hour. */
export abstract class SummitDays {
  abstract on(now: Instant): Promise<boolean>;
}
