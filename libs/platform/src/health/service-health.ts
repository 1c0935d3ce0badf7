import type { Database } from '../database/database.port.js';
import type { WakeUps } from '../queues/wake-ups.port.js';
import { HealthCheck, type Health } from './health-check.js';

/** The database answers. */
export class DatabaseHealth extends HealthCheck {
  readonly name = 'database';

  constructor(private readonly database: Database) {
    super();
  }

  async check(): Promise<Health> {
    const startedAt = performance.now();
    await this.database.query('SELECT 1');
    return { ok: true, detail: `Answered in ${Math.ceil(performance.now() - startedAt)} ms.` };
  }
}

/** The queue's server answers. */
export class QueueHealth extends HealthCheck {
  readonly name = 'queue';

  constructor(private readonly wakeUps: WakeUps) {
    super();
  }

  async check(): Promise<Health> {
    await this.wakeUps.ping();
    return { ok: true, detail: 'Answered.' };
  }
}
