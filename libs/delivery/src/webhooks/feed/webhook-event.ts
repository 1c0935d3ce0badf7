import type { WebhookEvent } from '#domain';
import type { PublicEvent } from '#projections';

/** The public types that tell of webhooks. */
export const WEBHOOK_TYPES = {
  'webhook.subscribed': 'WebhookSubscribed',
  'webhook.changed': 'WebhookChanged',
  'webhook.secret_rotated': 'WebhookSecretRotated',
  'webhook.failing': 'WebhookFailing',
  'webhook.disabled': 'WebhookDisabled',
  'webhook.enabled': 'WebhookEnabled',
  'webhook.replay_requested': 'WebhookReplayRequested',
  'webhook.removed': 'WebhookRemoved',
} as const satisfies Record<string, WebhookEvent['type']>;

/** What the log says of a webhook, read back from its public form; null for any other event. */
export function webhookEventOf(event: PublicEvent): { webhookId: string; fact: WebhookEvent } | null {
  const type = WEBHOOK_TYPES[event.type as keyof typeof WEBHOOK_TYPES] as WebhookEvent['type'] | undefined;
  const webhook = event.data['webhook'] as ({ id: string } & Record<string, unknown>) | undefined;
  if (type === undefined || webhook === undefined) return null;
  const { id, ...data } = webhook;
  return { webhookId: id, fact: { type, data, announcedAt: null } as unknown as WebhookEvent };
}
