import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Deliveries, type WebhookState } from '#delivery';
import { streamOf, webhookDecider, type WebhookEvent, type WebhookSettings } from '#domain';
import { EventStore, upcast } from '#event-store';
import { ListWebhooks } from '#projections';
import { Problem } from '../http/problem.js';

/** A webhook as its owner sees it: settings from its own stream, how it fares from its deliveries. */
@Injectable()
export class WebhookReader {
  constructor(
    private readonly store: EventStore,
    private readonly deliveries: Deliveries,
    private readonly queries: QueryBus,
  ) {}

  /** Throws a 404 problem when there is none or it was removed. */
  async settings(id: string): Promise<WebhookSettings> {
    return (await this.load(id)).settings;
  }

  async view(id: string) {
    const { settings, revision, enabled } = await this.load(id);
    return viewOf(id, revision, settings, enabled, await this.deliveries.stateOf(id));
  }

  /** Every webhook that was not removed, oldest first. */
  async all() {
    const [webhooks, states] = await Promise.all([
      this.queries.execute(new ListWebhooks()),
      this.deliveries.states(),
    ]);
    const fares = new Map(states.map((state) => [state.webhookId, state]));
    return webhooks.map(({ id, revision, state, ...known }) =>
      viewOf(id, revision, settingsOf(known), state === 'active', fares.get(id) ?? null),
    );
  }

  private async load(id: string) {
    let state = webhookDecider.initial;
    let revision = -1;
    for await (const stored of this.store.readStream(streamOf('webhook', id))) {
      state = webhookDecider.evolve(state, upcast(stored) as unknown as WebhookEvent, stored.id);
      revision = stored.revision;
    }
    if (state.settings === null || state.state === 'removed')
      throw new Problem(404, 'There is no such webhook.');
    return { settings: state.settings, revision, enabled: state.state === 'enabled' };
  }
}

/** Of what the view knows, what its owner set. */
function settingsOf(known: WebhookSettings): WebhookSettings {
  const { displayUrl, secretsRef, filter, format, maxInFlight, ratePerSecond, description } = known;
  return { displayUrl, secretsRef, filter, format, maxInFlight, ratePerSecond, description };
}

/** How it fares before the deliverer has taken it in. */
const FRESH = {
  state: 'active' as const,
  reason: null,
  cursor: null,
  backlog: 0,
  parked: 0,
  lastSuccessAt: null,
  lastFailure: null,
  pausedUntil: null,
  warning: null,
};

function viewOf(
  id: string,
  revision: number,
  settings: WebhookSettings,
  enabled: boolean,
  fares: WebhookState | null,
) {
  const { displayUrl, secretsRef: _sealed, filter, ...rest } = settings;
  const { webhookId: _id, ...deliveries } = fares ?? { webhookId: id, ...FRESH };
  const taken = deliveries.state === 'disabled' ? ('active' as const) : deliveries.state; // not heard of it yet
  const state = enabled ? taken : 'disabled';
  return { id, revision, url: displayUrl, ...filter, ...rest, ...deliveries, state };
}
