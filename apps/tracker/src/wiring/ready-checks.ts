import { HealthCheck, type Health } from '#platform';
import type { EventStore } from '#event-store';
import type { Views } from '#projections';

const TOO_FAR_MS = 60_000;

/** The event store answers. */
export class StoreHealth extends HealthCheck {
  readonly name = 'store';

  constructor(private readonly store: EventStore) {
    super();
  }

  async check(): Promise<Health> {
    return { ok: true, detail: `The log stands at position ${await this.store.head()}.` };
  }
}

/** The views are filled and not far behind the log. */
export class LagHealth extends HealthCheck {
  readonly name = 'views';

  constructor(
    private readonly views: Views,
    private readonly store: EventStore,
  ) {
    super();
  }

  async check(): Promise<Health> {
    const lags = await this.views.lag(this.store);
    const filling = lags.filter(({ position }) => position === null).map(({ name }) => name);
    if (filling.length > 0) return { ok: false, detail: `Being filled from the log: ${filling.join(', ')}.` };
    const worst = lags.reduce((most, { lagMs }) => Math.max(most, lagMs), 0);
    const late = worst > TOO_FAR_MS ? ' Is a process with the role projector running?' : '';
    return { ok: late === '', detail: `At most ${worst} ms behind the log.${late}` };
  }
}

/** What a role must have done before the process is ready, e.g. loading the chronicle. */
export class StartHealth extends HealthCheck {
  readonly name = 'start';
  private pending: string | null = 'Starting.';

  /** What is being done now; null when everything is. */
  tell(pending: string | null): void {
    this.pending = pending;
  }

  async check(): Promise<Health> {
    return this.pending === null ? { ok: true, detail: 'Done.' } : { ok: false, detail: this.pending };
  }
}
