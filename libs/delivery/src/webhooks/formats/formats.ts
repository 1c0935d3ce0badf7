import type { WebhookFormat } from '#domain';
import { cloudEventsFormat } from './cloudevents.format.js';
import { dingtalkFormat } from './dingtalk.format.js';
import { discordFormat } from './discord.format.js';
import { feishuFormat } from './feishu.format.js';
import type { Format } from './format.js';
import { slackFormat } from './slack.format.js';
import { standardFormat } from './standard.format.js';
import { teamsFormat } from './teams.format.js';
import { wecomFormat } from './wecom.format.js';

/** Every format a webhook can ask for. */
export const FORMATS: Record<WebhookFormat, Format> = {
  standard: standardFormat,
  cloudevents: cloudEventsFormat,
  slack: slackFormat,
  discord: discordFormat,
  teams: teamsFormat,
  feishu: feishuFormat,
  dingtalk: dingtalkFormat,
  wecom: wecomFormat,
};
