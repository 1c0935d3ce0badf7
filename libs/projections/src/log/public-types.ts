import type { DomainEventType } from '#domain';
import type { EventScope, PublicLogFilter } from '../public-log/public-log.port.js';

interface PublicType {
  type: string;
  scope: EventScope;
}

/** What each event of the log is called outside, and who may read it. */
const PUBLIC_TYPES: Record<DomainEventType, PublicType> = {
  AnnouncementPublished: { type: 'announcement.published', scope: 'public' },
  CoverageAdded: { type: 'announcement.covered', scope: 'public' },
  AnnouncementRevised: { type: 'announcement.revised', scope: 'public' },
  AnnouncementCorrected: { type: 'announcement.corrected', scope: 'public' },
  AnnouncementMerged: { type: 'announcement.merged', scope: 'public' },
  AnnouncementSplit: { type: 'announcement.split', scope: 'public' },
  AnnouncementWithdrawn: { type: 'announcement.withdrawn', scope: 'public' },
  MatchForbidden: { type: 'announcement.match_forbidden', scope: 'admin' },
  AnnouncementProposed: { type: 'announcement.proposed', scope: 'admin' },
  ProposalRejected: { type: 'announcement.proposal_rejected', scope: 'admin' },
  SourceFollowed: { type: 'source.followed', scope: 'public' },
  SourceChanged: { type: 'source.changed', scope: 'admin' },
  SourceMoved: { type: 'source.moved', scope: 'public' },
  SourcePaused: { type: 'source.paused', scope: 'public' },
  SourceResumed: { type: 'source.resumed', scope: 'public' },
  SourceBroke: { type: 'source.broke', scope: 'public' },
  SourceRecovered: { type: 'source.recovered', scope: 'public' },
  GapSuspected: { type: 'source.gap_suspected', scope: 'public' },
  SourceUnfollowed: { type: 'source.unfollowed', scope: 'public' },
  ItemReceived: { type: 'item.received', scope: 'admin' },
  ItemChanged: { type: 'item.changed', scope: 'admin' },
  ItemVanished: { type: 'item.vanished', scope: 'admin' },
  LogOpened: { type: 'log.opened', scope: 'admin' },
  LogSealed: { type: 'log.sealed', scope: 'admin' },
  WebhookSubscribed: { type: 'webhook.subscribed', scope: 'webhooks:read' },
  WebhookChanged: { type: 'webhook.changed', scope: 'webhooks:read' },
  WebhookSecretRotated: { type: 'webhook.secret_rotated', scope: 'webhooks:read' },
  WebhookFailing: { type: 'webhook.failing', scope: 'webhooks:read' },
  WebhookDisabled: { type: 'webhook.disabled', scope: 'webhooks:read' },
  WebhookEnabled: { type: 'webhook.enabled', scope: 'webhooks:read' },
  WebhookReplayRequested: { type: 'webhook.replay_requested', scope: 'webhooks:read' },
  WebhookRemoved: { type: 'webhook.removed', scope: 'webhooks:read' },
};

/** The public name and scope of an event. */
export function publicTypeOf(type: DomainEventType): PublicType {
  return PUBLIC_TYPES[type];
}

/** The public types that a filter lets through: named or by `announcement.*`, within its scopes. */
export function typesWithin({ types, scopes }: Pick<PublicLogFilter, 'types' | 'scopes'>): string[] {
  const wanted = (type: string) =>
    !types?.length ||
    types.some((each) => each === type || (each.endsWith('.*') && type.startsWith(each.slice(0, -1))));
  return Object.values(PUBLIC_TYPES)
    .filter(({ type, scope }) => scopes.includes(scope) && wanted(type))
    .map(({ type }) => type);
}
