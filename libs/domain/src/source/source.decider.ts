import { type Decider, DomainError } from '../decider.js';
import { same } from '../same.js';
import type { SourceCommand } from './source.commands.js';
import type { SourceEvent, SourceSettings } from './source.events.js';

export interface SourceRecord {
  state: 'unknown' | 'followed' | 'paused' | 'unfollowed';
  settings: SourceSettings | null;
  broken: boolean;
}

/** What may happen to a source. Repeating a command that was carried out leads to nothing. */
export const sourceDecider: Decider<SourceRecord, SourceCommand, SourceEvent> = {
  initial: { state: 'unknown', settings: null, broken: false },
  decide(command, record) {
    if (command.type === 'FollowSource') return follow(command.data, record);
    if (command.type === 'UnfollowSource' && record.state === 'unfollowed') return [];
    if (record.settings === null || record.state === 'unfollowed') {
      throw new DomainError('not_found', 'This source is not followed.');
    }
    return decideFollowed(command, record, record.settings);
  },
  evolve(record, event) {
    switch (event.type) {
      case 'SourceFollowed':
        return { state: 'followed', settings: event.data, broken: false };
      case 'SourceChanged':
        return { ...record, settings: { ...record.settings!, ...event.data } };
      case 'SourceMoved':
        return { ...record, settings: { ...record.settings!, url: event.data.to } };
      case 'SourcePaused':
        return { ...record, state: 'paused' };
      case 'SourceResumed':
        return { ...record, state: 'followed' };
      case 'SourceBroke':
        return { ...record, broken: true };
      case 'SourceRecovered':
        return { ...record, broken: false };
      case 'GapSuspected':
        return record;
      case 'SourceUnfollowed':
        return { ...record, state: 'unfollowed' };
    }
  },
};

function follow(settings: SourceSettings, record: SourceRecord): SourceEvent[] {
  const followed = record.state === 'followed' || record.state === 'paused';
  if (followed && same(record.settings, settings)) return [];
  if (followed) throw new DomainError('conflict', 'This source is followed already; change it instead.');
  return [fact('SourceFollowed', settings)];
}

type Followed = Exclude<SourceCommand, { type: 'FollowSource' }>;

function decideFollowed(command: Followed, record: SourceRecord, settings: SourceSettings): SourceEvent[] {
  switch (command.type) {
    case 'ChangeSource':
      return same({ ...settings, ...command.data }, settings) ? [] : [fact('SourceChanged', command.data)];
    case 'MoveSource':
      return move(command.data.to, settings);
    case 'PauseSource':
      return record.state === 'paused' ? [] : [fact('SourcePaused', command.data)];
    case 'ResumeSource':
      return record.state === 'paused' ? [fact('SourceResumed', command.data)] : [];
    case 'ReportSourceBroken':
      return record.broken ? [] : [fact('SourceBroke', command.data)];
    case 'ReportSourceRecovered':
      return record.broken ? [fact('SourceRecovered', command.data)] : [];
    case 'SuspectGap':
      return [fact('GapSuspected', command.data)];
    case 'UnfollowSource':
      return [fact('SourceUnfollowed', command.data)];
  }
}

function move(to: string, { url }: SourceSettings): SourceEvent[] {
  return url === null || url === to ? [] : [fact('SourceMoved', { from: url, to })];
}

/** Nobody announces what we do with our sources: these facts have no effective time. */
function fact<Type extends SourceEvent['type']>(
  type: Type,
  data: Extract<SourceEvent, { type: Type }>['data'],
): SourceEvent {
  return { type, data, announcedAt: null } as SourceEvent;
}
