import { type Decider, DomainError } from '../decider.js';
import { same } from '../same.js';
import type { WebhookCommand } from './webhook.commands.js';
import type { WebhookEvent, WebhookSettings } from './webhook.events.js';

export interface WebhookRecord {
  state: 'unknown' | 'enabled' | 'disabled' | 'removed';
  settings: WebhookSettings | null;
  replays: readonly string[];
  /** The last warning: since when it had been failing, and how far it had come. */
  warned: { since: string; percent: number } | null;
}

/** What may happen to a webhook. Repeating a command that was carried out leads to nothing. */
export const webhookDecider: Decider<WebhookRecord, WebhookCommand, WebhookEvent> = {
  initial: { state: 'unknown', settings: null, replays: [], warned: null },
  decide(command, record) {
    if (command.type === 'SubscribeWebhook') {
      return record.state === 'unknown' ? [fact('WebhookSubscribed', command.data)] : [];
    }
    if (command.type === 'RemoveWebhook' && record.state === 'removed') return [];
    if (record.settings === null || record.state === 'removed') {
      throw new DomainError('not_found', 'There is no such webhook.');
    }
    return decideSubscribed(command, record, record.settings);
  },
  evolve(record, event) {
    switch (event.type) {
      case 'WebhookSubscribed': {
        const { from: _from, ...settings } = event.data;
        return { state: 'enabled', settings, replays: [], warned: null };
      }
      case 'WebhookChanged':
        return { ...record, settings: { ...record.settings!, ...event.data } };
      case 'WebhookSecretRotated':
        return record;
      case 'WebhookFailing':
        return { ...record, warned: event.data };
      case 'WebhookDisabled':
        return { ...record, state: 'disabled' };
      case 'WebhookEnabled':
        return { ...record, state: 'enabled', warned: null };
      case 'WebhookReplayRequested':
        return { ...record, replays: [...record.replays, event.data.replayId] };
      case 'WebhookRemoved':
        return { ...record, state: 'removed' };
    }
  },
};

type Subscribed = Exclude<WebhookCommand, { type: 'SubscribeWebhook' }>;

function decideSubscribed(
  command: Subscribed,
  record: WebhookRecord,
  settings: WebhookSettings,
): WebhookEvent[] {
  switch (command.type) {
    case 'ChangeWebhook':
      return same({ ...settings, ...command.data }, settings) ? [] : [fact('WebhookChanged', command.data)];
    case 'RotateWebhookSecret':
      return [fact('WebhookSecretRotated', command.data)];
    case 'WarnOfWebhook':
      return isNews(command.data, record) ? [fact('WebhookFailing', command.data)] : [];
    case 'DisableWebhook':
      return record.state === 'disabled' ? [] : [fact('WebhookDisabled', command.data)];
    case 'EnableWebhook':
      return record.state === 'disabled' ? [fact('WebhookEnabled', command.data)] : [];
    case 'RequestWebhookReplay':
      return record.replays.includes(command.data.replayId)
        ? []
        : [fact('WebhookReplayRequested', command.data)];
    case 'RemoveWebhook':
      return [fact('WebhookRemoved', command.data)];
  }
}

/** Each warning once for as long as it goes on failing. */
function isNews({ since, percent }: { since: string; percent: number }, record: WebhookRecord): boolean {
  const { state, warned } = record;
  return state === 'enabled' && (warned === null || warned.since !== since || warned.percent < percent);
}

/** Nobody announces who follows: these facts have no effective time. */
function fact<Type extends WebhookEvent['type']>(
  type: Type,
  data: Extract<WebhookEvent, { type: Type }>['data'],
): WebhookEvent {
  return { type, data, announcedAt: null } as WebhookEvent;
}
