/** What an announcement tells of. */
export const KINDS = [
  'summit',
  'forum',
  'symposium',
  'competition_registration',
  'competition_result',
  'office_opening',
  'programme_launch',
  'publication',
  'award',
  'member_activity',
  'external_participation',
  'appointment',
  'expo',
  'partnership',
  'call_for_entries',
  'organisation',
  'exchange',
  'reaction',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** Which moment of its activity an announcement tells; null when none. */
export const PHASES = ['plan', 'open', 'close', 'result', 'cancel'] as const;
export type Phase = (typeof PHASES)[number];

/** How `announcedAt` was found. */
export const ANNOUNCED_AT_BASES = ['source', 'document', 'received', 'happening'] as const;
export type AnnouncedAtBasis = (typeof ANNOUNCED_AT_BASES)[number];

/** How exactly an instant or date is known. */
export const PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];
export type InstantPrecision = Precision | 'instant';

/** Why an announcement was revised. */
export const REVISION_CAUSES = ['source_edit', 'new_report', 'better_extraction'] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number];

export const LANGS = ['en', 'zh'] as const;
export type Lang = (typeof LANGS)[number];
