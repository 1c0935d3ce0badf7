import type { WebhookEvent } from '#domain';
import { historiesOf } from '../runner/histories.js';
import { afterWebhookEvent, type WebhookState } from './webhook.state.js';

/** Every webhook's settings just after each of its events; its secrets are never in the log. */
export const webhooksProjection = historiesOf<WebhookEvent, WebhookState>({
  name: 'webhooks',
  version: 1,
  handles: [
    'WebhookSubscribed',
    'WebhookChanged',
    'WebhookSecretRotated',
    'WebhookFailing',
    'WebhookDisabled',
    'WebhookEnabled',
    'WebhookReplayRequested',
    'WebhookRemoved',
  ],
  indexes: '',
  after: afterWebhookEvent,
});
