import type { ReplayMode, ReplayPoint, WebhookFailing, WebhookSettings } from './webhook.events.js';

type Command<Type extends string, Data> = { type: Type; data: Data };

export type WebhookCommand =
  | Command<'SubscribeWebhook', WebhookSettings & { from: ReplayPoint | null }>
  | Command<'ChangeWebhook', Partial<WebhookSettings>>
  | Command<'RotateWebhookSecret', { overlapHours: number }>
  | Command<'WarnOfWebhook', WebhookFailing['data']>
  | Command<'DisableWebhook', { reason: string }>
  | Command<'EnableWebhook', { resume: 'backlog' | 'now' }>
  | Command<
      'RequestWebhookReplay',
      { replayId: string; from: ReplayPoint; to: ReplayPoint | null; mode: ReplayMode; head: string }
    >
  | Command<'RemoveWebhook', Record<string, never>>;
