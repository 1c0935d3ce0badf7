import type { Fact } from '../decider.js';
import type { Instant } from '../time/instant.js';

export const WEBHOOK_FORMATS = [
  'standard',
  'cloudevents',
  'slack',
  'discord',
  'teams',
  'feishu',
  'dingtalk',
  'wecom',
] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** What a follower wants to be sent. Empty or null members do not restrict. */
export interface WebhookFilter {
  kinds: string[];
  /** Public event types, e.g. `announcement.published`; empty: every `announcement.*` but covered. */
  types: string[];
  q: string | null;
  organisation: string | null;
  place: string | null;
  activity: string | null;
  lang: string | null;
  backfill: boolean;
}

/** What is configured of a webhook. Secrets, headers and the address itself are kept outside the log. */
export interface WebhookSettings {
  /** The address without credentials, path secrets or query: for display. */
  displayUrl: string;
  /** Names the sealed address, headers and secrets in the secrets table. */
  secretsRef: string;
  filter: WebhookFilter;
  format: WebhookFormat;
  maxInFlight: number;
  ratePerSecond: number | null;
  description: string | null;
}

export const REPLAY_MODES = ['all', 'missing', 'failed'] as const;
export type ReplayMode = (typeof REPLAY_MODES)[number];

/** Where a replay begins or ends: a position is log order, an instant is announced order. */
export type ReplayPoint = { position: string } | { announcedFrom: string };

/** Somebody asked to be sent events. */
export type WebhookSubscribed = Fact<'WebhookSubscribed', WebhookSettings & { from: ReplayPoint | null }>;
/** A webhook's settings were changed. */
export type WebhookChanged = Fact<'WebhookChanged', Partial<WebhookSettings>>;
/** A new signing secret took effect; the old one stays valid for the overlap. */
export type WebhookSecretRotated = Fact<'WebhookSecretRotated', { overlapHours: number }>;
/** A share of the way to being given up, in percent: no success for so much of five days, and enough failures. */
export const WEBHOOK_WARNINGS = [50, 90] as const;
export type WebhookWarning = (typeof WEBHOOK_WARNINGS)[number];

/** A webhook has been failing for so long that it will be disabled, unless a delivery succeeds, at a known time. */
export type WebhookFailing = Fact<
  'WebhookFailing',
  { percent: WebhookWarning; since: Instant; failures: number; status: number | null; disabledAfter: Instant }
>;
/** Deliveries to a webhook were stopped. */
export type WebhookDisabled = Fact<'WebhookDisabled', { reason: string }>;
/** Deliveries were taken up again, with what was missed (`backlog`) or from then on (`now`). */
export type WebhookEnabled = Fact<'WebhookEnabled', { resume: 'backlog' | 'now' }>;
/** Past events were asked for again. */
export type WebhookReplayRequested = Fact<
  'WebhookReplayRequested',
  { replayId: string; from: ReplayPoint; to: ReplayPoint | null; mode: ReplayMode; head: string }
>;
/** The webhook was deleted and its secrets shredded. */
export type WebhookRemoved = Fact<'WebhookRemoved', Record<string, never>>;

export type WebhookEvent =
  | WebhookSubscribed
  | WebhookChanged
  | WebhookSecretRotated
  | WebhookFailing
  | WebhookDisabled
  | WebhookEnabled
  | WebhookReplayRequested
  | WebhookRemoved;
