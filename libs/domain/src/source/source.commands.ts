import type { SourceSettings } from './source.events.js';

type Command<Type extends string, Data> = { type: Type; data: Data };

export type SourceCommand =
  | Command<'FollowSource', SourceSettings>
  | Command<'ChangeSource', Partial<SourceSettings>>
  | Command<'MoveSource', { to: string }>
  | Command<'PauseSource', { reason: string }>
  | Command<'ResumeSource', { reason: string }>
  | Command<'ReportSourceBroken', { error: string; status: number | null }>
  | Command<'ReportSourceRecovered', Record<string, never>>
  | Command<'SuspectGap', { lastKnownItem: string | null }>
  | Command<'UnfollowSource', { reason: string }>;
