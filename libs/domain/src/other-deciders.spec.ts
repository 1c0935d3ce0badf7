import { describe, it } from '@jest/globals';
import { given } from '#testing';
import { itemDecider } from './item/item.decider.js';
import type { ItemContent, ItemEvent } from './item/item.events.js';
import { webhookDecider } from './webhook/webhook.decider.js';
import type { WebhookEvent, WebhookSettings } from './webhook/webhook.events.js';
import { sourceDecider } from './source/source.decider.js';
import type { SourceEvent, SourceSettings } from './source/source.events.js';

describe('source', () => {
  const settings: SourceSettings = {
    url: 'https://example.org/feed',
    kind: 'feed',
    title: 'Example',
    lang: 'en',
    tz: 'Asia/Shanghai',
    linkPattern: null,
    filter: 'wic',
  };
  const followed: SourceEvent = { type: 'SourceFollowed', data: settings, announcedAt: null };
  const broken = { type: 'ReportSourceBroken' as const, data: { error: 'HTTP 500', status: 500 } };

  it('is followed once', () =>
    given(sourceDecider, [followed]).when({ type: 'FollowSource', data: settings }).thenNothing());
  it('can be followed again', () =>
    given(sourceDecider, [followed, { type: 'SourceUnfollowed', data: { reason: '' }, announcedAt: null }])
      .when({ type: 'FollowSource', data: settings })
      .then([followed]));
  it('breaks and recovers as transitions', () => {
    given(sourceDecider, [followed])
      .when(broken)
      .then([{ type: 'SourceBroke' }]);
    given(sourceDecider, [followed, { ...broken, type: 'SourceBroke', announcedAt: null }])
      .when(broken)
      .thenNothing();
    given(sourceDecider, [followed]).when({ type: 'ReportSourceRecovered', data: {} }).thenNothing();
  });
  it('moves', () =>
    given(sourceDecider, [followed])
      .when({ type: 'MoveSource', data: { to: 'https://example.org/new' } })
      .then([{ type: 'SourceMoved', data: { from: settings.url, to: 'https://example.org/new' } }]));
  it('must be followed for anything else', () =>
    given(sourceDecider, []).when(broken).thenRefuses('not_found'));
});

describe('item', () => {
  const content: ItemContent = {
    sourceId: 's',
    identity: 'guid-1',
    url: 'https://example.org/1',
    title: 'One',
    lang: 'en',
    publishedAt: '2023-06-15T00:00:00.000Z',
    publishedAtPrecision: 'instant',
    publishedAtRaw: null,
    tz: 'Asia/Shanghai',
    contentHash: 'aa',
    length: 2,
    trusted: false,
  };
  const received: ItemEvent = { type: 'ItemReceived', data: content, announcedAt: content.publishedAt };
  const receive = (over: Partial<ItemContent> = {}) => ({
    type: 'ReceiveItem' as const,
    data: { ...content, ...over, updatedAt: null },
  });

  it('is received once, from however many pollers', () => {
    given(itemDecider, []).when(receive()).then([received]);
    given(itemDecider, [received]).when(receive()).thenNothing();
  });
  it('changes with its text, not with its address', () => {
    given(itemDecider, [received])
      .when(receive({ contentHash: 'bb' }))
      .then([{ type: 'ItemChanged', data: { revision: 1 } }]);
    given(itemDecider, [received])
      .when(receive({ url: 'http://example.org/1' }))
      .thenNothing();
  });
  it('vanishes once', () => {
    const vanish = {
      type: 'ReportItemVanished' as const,
      data: { sourceId: 's', reason: 'deleted' as const },
    };
    given(itemDecider, [received])
      .when(vanish)
      .then([{ type: 'ItemVanished' }]);
    given(itemDecider, [received, { type: 'ItemVanished', data: vanish.data, announcedAt: null }])
      .when(vanish)
      .thenNothing();
  });
});

describe('webhook', () => {
  const settings = {
    displayUrl: 'https://example.org',
    format: 'standard',
    maxInFlight: 1,
  } as WebhookSettings;
  const subscribed: WebhookEvent = {
    type: 'WebhookSubscribed',
    data: { ...settings, from: null },
    announcedAt: null,
  };
  const disable = { type: 'DisableWebhook' as const, data: { reason: 'gone' } };

  it('is disabled once and enabled again', () => {
    given(webhookDecider, [subscribed])
      .when(disable)
      .then([{ type: 'WebhookDisabled' }]);
    const disabled: WebhookEvent = { type: 'WebhookDisabled', data: { reason: 'gone' }, announcedAt: null };
    given(webhookDecider, [subscribed, disabled]).when(disable).thenNothing();
    given(webhookDecider, [subscribed, disabled])
      .when({ type: 'EnableWebhook', data: { resume: 'backlog' } })
      .then([{ type: 'WebhookEnabled' }]);
  });
  it('is warned of once at each stage of one time of failing, and anew after the next', () => {
    const failing = (percent: 50 | 90, since: string) => ({
      ...{ percent, since, failures: 10, status: 500 },
      disabledAfter: '2026-11-20T00:00:00.000Z',
    });
    const warn = (percent: 50 | 90, since = 'monday') => ({
      type: 'WarnOfWebhook' as const,
      data: failing(percent, since),
    });
    const warned: WebhookEvent = { type: 'WebhookFailing', data: failing(50, 'monday'), announcedAt: null };
    given(webhookDecider, [subscribed])
      .when(warn(50))
      .then([{ type: 'WebhookFailing' }]);
    given(webhookDecider, [subscribed, warned]).when(warn(50)).thenNothing();
    given(webhookDecider, [subscribed, warned])
      .when(warn(90))
      .then([{ type: 'WebhookFailing' }]);
    given(webhookDecider, [subscribed, warned])
      .when(warn(50, 'friday'))
      .then([{ type: 'WebhookFailing' }]);
    const disabled: WebhookEvent = { type: 'WebhookDisabled', data: { reason: 'gone' }, announcedAt: null };
    given(webhookDecider, [subscribed, disabled]).when(warn(50)).thenNothing();
  });
  it('is gone once removed', () =>
    given(webhookDecider, [subscribed, { type: 'WebhookRemoved', data: {}, announcedAt: null }])
      .when(disable)
      .thenRefuses('not_found'));
});
