import { Injectable } from '@nestjs/common';
import { Deliveries, type WebhookState } from '#delivery';
import { streamOf, webhookDecider, type WebhookEvent, type WebhookSettings } from '#domain';
import { EventStore, upcast } from '#event-store';
import { Problem } from '../http/problem.js';

/** A webhook as its owner sees it: settings from its own stream, how it fares from its deliveries. */
@Injectable()
export class WebhookReader {
  constructor(
    private readonly store: EventStore,
    private readonly deliveries: Deliveries,
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
    const ids: string[] = [];
    for await (const event of this.store.readAll({ types: ['WebhookSubscribed'] }))
      ids.push(event.stream.slice('webhook-'.length));
    const views = await Promise.all(ids.map((id) => this.view(id).catch(() => null)));
    return views.filter((view) => view !== null);
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
