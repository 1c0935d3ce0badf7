import type { WebhookCommand } from '#domain';
import type { Database, Leases, OutboundHttp, Secrets, WakeUps } from '#platform';
import type { PublicLog } from '#projections';
import type { Clock } from './clock.js';

/** Everything webhooks need of the world. */
export interface DeliveryPorts {
  database: Database;
  leases: Leases;
  wakeUps: WakeUps;
  outbound: OutboundHttp;
  secrets: Secrets;
  log: PublicLog;
  clock: Clock;
  /** In [0, 1); default Math.random. */
  random?: () => number;
  /** Begins the log where it is still empty; resolves once the views know it. Left out: it was begun before. */
  beginLog?: () => Promise<void>;
  /** Has a command decided on and appended: the receiver of a webhook may cause one. */
  execute: (webhookId: string, command: WebhookCommand) => Promise<unknown>;
  /** Hears what an operator should know: a webhook comes near to being given up, or was disabled. */
  onNotice?: (message: string, webhookId: string) => void;
  /** Hears of trouble in the background; what failed is tried again by itself. */
  onError?: (error: unknown, during: string) => void;
}
