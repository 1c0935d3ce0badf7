import type { ReplayPoint, WebhookFilter, WebhookFormat } from '#domain';

/** What a follower may say of a webhook, validated in form by whoever takes it in. */
export interface WebhookInput {
  url: string;
  filter: WebhookFilter;
  format: WebhookFormat;
  /** What a chat service signs with; null where it does not. */
  chatSecret: string | null;
  headers: Record<string, string>;
  maxInFlight: number;
  ratePerSecond: number | null;
  description: string | null;
}

export interface SubscribeInput extends WebhookInput {
  /** From where in the past to begin; null: from now on. */
  from: ReplayPoint | null;
}

/** Members that are absent stay as they are; of the filter too. */
export type ChangeInput = Partial<Omit<WebhookInput, 'filter'>> & { filter?: Partial<WebhookFilter> };
