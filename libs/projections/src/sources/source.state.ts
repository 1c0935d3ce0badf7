import { ownerOf, type Instant, type Recorded, type SourceEvent, type SourceSettings } from '#domain';

/** A source as the log tells it. When it is polled next, and with what outcome, is operational and joined later. */
export interface SourceState extends SourceSettings {
  id: string;
  revision: number;
  position: string;
  followedAt: Instant;
  /** `unfollowed` keeps what it said. */
  state: 'following' | 'paused' | 'unfollowed';
  /** Why it is paused or unfollowed. */
  reason: string | null;
  broken: { since: Instant; error: string; status: number | null } | null;
  gapSuspectedAt: Instant | null;
}

const UNKNOWN: Omit<SourceState, 'id' | 'revision' | 'position' | 'followedAt'> = {
  url: null,
  kind: 'feed',
  title: '',
  lang: null,
  tz: 'Asia/Shanghai',
  linkPattern: null,
  filter: 'wic',
  state: 'following',
  reason: null,
  broken: null,
  gapSuspectedAt: null,
};

/** The source just after an event of it. */
export function afterSourceEvent(before: SourceState | null, event: Recorded<SourceEvent>): SourceState {
  const { revision, position, recordedAt } = event;
  const { id } = ownerOf(event.stream);
  const known = before ?? { ...UNKNOWN, id, revision, position, followedAt: recordedAt };
  return { ...known, ...changeOf(event), revision, position };
}

function changeOf(event: Recorded<SourceEvent>): Partial<SourceState> {
  switch (event.type) {
    case 'SourceFollowed':
      return { ...event.data, state: 'following', reason: null, followedAt: event.recordedAt, broken: null };
    case 'SourceChanged':
      return event.data;
    case 'SourceMoved':
      return { url: event.data.to };
    case 'SourcePaused':
      return { state: 'paused', reason: event.data.reason };
    case 'SourceResumed':
      return { state: 'following', reason: null };
    case 'SourceBroke':
      return { broken: { since: event.recordedAt, ...event.data } };
    case 'SourceRecovered':
      return { broken: null, gapSuspectedAt: null };
    case 'GapSuspected':
      return { gapSuspectedAt: event.recordedAt };
    case 'SourceUnfollowed':
      return { state: 'unfollowed', reason: event.data.reason };
  }
}
