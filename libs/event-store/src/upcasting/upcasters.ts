import type { DomainEventType } from '#domain';

/** Brings the data of one version into the shape of the next. Pure; it must not change what it is given. */
export type Upcaster = (data: unknown) => unknown;

/** By type, the step from version 1 to 2, from 2 to 3, and so on. The current version is one more than steps. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** Every event this program knows. A changed shape adds a step here; none is ever removed. */
export const UPCASTERS = {
  AnnouncementPublished: [],
  CoverageAdded: [],
  AnnouncementRevised: [],
  AnnouncementCorrected: [],
  AnnouncementMerged: [],
  AnnouncementSplit: [],
  MatchForbidden: [],
  AnnouncementWithdrawn: [],
  AnnouncementProposed: [],
  ProposalRejected: [],
  SourceFollowed: [],
  SourceChanged: [],
  SourceMoved: [],
  SourcePaused: [],
  SourceResumed: [],
  SourceBroke: [],
  SourceRecovered: [],
  GapSuspected: [],
  SourceUnfollowed: [],
  ItemReceived: [],
  ItemChanged: [],
  ItemVanished: [],
  WebhookSubscribed: [],
  WebhookChanged: [],
  WebhookSecretRotated: [],
  WebhookFailing: [],
  WebhookDisabled: [],
  WebhookEnabled: [],
  WebhookReplayRequested: [],
  WebhookRemoved: [],
  LogOpened: [],
  LogSealed: [],
} as const satisfies Record<DomainEventType, readonly Upcaster[]>;

/** The version in which data of a type is written today. */
export function currentVersion(type: string, upcasters: Upcasters = UPCASTERS): number {
  const steps = Object.hasOwn(upcasters, type) ? upcasters[type] : undefined;
  if (!steps) throw new Error(`${type} is not an event this program knows.`);
  return steps.length + 1;
}
