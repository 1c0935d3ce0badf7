import type { WebhookSettings } from '#domain';
import type { SigningSecret } from './signing/signature.js';
import type { Health } from './retry/health.rule.js';

/** A webhook as the feed knows it: its settings as of the feed's position, and how deliveries fare. */
export interface Endpoint {
  webhookId: string;
  settings: WebhookSettings;
  state: 'active' | 'disabled';
  reason: string | null;
  /** Why nothing more is sent although the log does not say so yet: the command that disables it is on its way. */
  halted: string | null;
  activeSince: Date;
  /** Position of its subscription. */
  subscribedAt: string;
  /** Grows with every change that does not come from a delivery. */
  revision: string;
  health: Health;
}

/** What is sealed of a webhook under its `secretsRef`. */
export interface EndpointSecrets {
  url: string;
  headers: Record<string, string>;
  chatSecret: string | null;
  /** The current one first. */
  signing: SigningSecret[];
}

/** The lane of what is sent as it happens; every other lane bears the id of its replay. */
export const LIVE_LANE = 'live';

/** Whether attempts may start at all. */
export function isSending(endpoint: Endpoint): boolean {
  return endpoint.state === 'active' && endpoint.halted === null;
}
