import { DatabaseHealth, QueueHealth, type HealthCheck } from '#platform';
import type { Parts } from './parts.js';
import { LagHealth, StoreHealth } from './ready-checks.js';

/** What must work for a process to be ready. */
export function healthChecks({ database, wakeUps, store, views, start }: Parts): HealthCheck[] {
  return [
    new DatabaseHealth(database),
    new QueueHealth(wakeUps),
    new StoreHealth(store),
    new LagHealth(views, store),
    start,
  ];
}
