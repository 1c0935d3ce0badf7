import { ownerOf, type Instant, type Recorded, type WebhookEvent, type WebhookSettings } from '#domain';

/** A webhook as the log tells it. Deliveries, cursor and backlog are operational and joined later. */
export interface WebhookState extends WebhookSettings {
  id: string;
  revision: number;
  position: string;
  createdAt: Instant;
  state: 'active' | 'disabled' | 'removed';
  /** Why it is disabled. */
  reason: string | null;
  changedAt: Instant;
  secretRotatedAt: Instant | null;
}

/** The webhook just after an event of it; null before it was subscribed. */
export function afterWebhookEvent(
  before: WebhookState | null,
  event: Recorded<WebhookEvent>,
): WebhookState | null {
  const { revision, position, recordedAt: changedAt } = event;
  if (event.type === 'WebhookSubscribed') {
    const { from: _from, ...settings } = event.data;
    const { id } = ownerOf(event.stream);
    const fresh = { state: 'active' as const, reason: null, secretRotatedAt: null };
    return { id, revision, position, ...settings, ...fresh, createdAt: changedAt, changedAt };
  }
  return before && { ...before, ...changeOf(event), revision, position, changedAt };
}

function changeOf(
  event: Exclude<Recorded<WebhookEvent>, { type: 'WebhookSubscribed' }>,
): Partial<WebhookState> {
  switch (event.type) {
    case 'WebhookChanged':
      return event.data;
    case 'WebhookSecretRotated':
      return { secretRotatedAt: event.recordedAt };
    case 'WebhookDisabled':
      return { state: 'disabled', reason: event.data.reason };
    case 'WebhookEnabled':
      return { state: 'active', reason: null };
    case 'WebhookFailing':
    case 'WebhookReplayRequested':
      return {};
    case 'WebhookRemoved':
      return { state: 'removed' };
  }
}
