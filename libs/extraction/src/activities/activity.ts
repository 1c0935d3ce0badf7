import type { ActivityRef, Kind } from '#domain';
import type { Frame } from '../frames/frame.js';
import type { KnownEvent } from '../knowledge/knowledge.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { nounPhrase } from './noun-phrase.js';
import { slugOf } from './slug.js';

/** The first part of the key of each kind. */
const FAMILY: Record<Kind, string> = {
  summit: 'summit',
  forum: 'forum',
  symposium: 'symposium',
  competition_registration: 'competition',
  competition_result: 'competition',
  office_opening: 'office',
  programme_launch: 'programme',
  publication: 'publication',
  award: 'award',
  member_activity: 'member',
  external_participation: 'external',
  appointment: 'appointment',
  expo: 'expo',
  partnership: 'partnership',
  call_for_entries: 'call',
  organisation: 'organisation',
  exchange: 'exchange',
  reaction: 'reaction',
  other: 'other',
};
const UNDATED: readonly Kind[] = ['office_opening', 'programme_launch', 'partnership', 'other'];

/** The knowledge's entry that a frame is about: a known event, or the yearly meeting for the institution's bare name. */
export function knownEventOf(frame: Frame, lexicon: Lexicon): KnownEvent | null {
  const { mention } = frame;
  if (mention?.event) return mention.event;
  if (frame.kind !== 'summit') return null;
  return lexicon.summit;
}

/** The words that name an activity that is not known. */
export function topicOf(frame: Frame, lexicon: Lexicon): string {
  if (frame.topic?.startsWith('=')) return frame.topic.slice(1);
  if (frame.topic !== null) return slugOf(frame.topic, lexicon);
  if (!frame.mention || frame.mention.anaphor) return '';
  const span = nounPhrase(frame.scan.piece.text, frame.mention, frame.scan.lang);
  return slugOf(frame.scan.piece.text.slice(span.start, span.end), lexicon);
}

function withoutYear(key: string): string {
  return key.replace('/{year}', '').split('/').slice(1).join('/');
}

function knownKey(kind: Kind, event: KnownEvent, year: number | null): string | null {
  if (kind === 'call_for_entries' || kind === 'appointment') {
    return year === null ? null : `${FAMILY[kind]}/${withoutYear(event.key)}/${year}`;
  }
  if (!event.key.includes('{year}')) return event.key;
  return year === null ? null : event.key.replace('{year}', String(year));
}

/** The activity of a statement, known or made from its words; null where not even a year is known of a yearly thing. */
export function activityOf(
  kind: Kind,
  event: KnownEvent | null,
  detail: {
    topic: string;
    year: number | null;
    actor: string | null;
    day: string | null;
    title: ActivityRef['title'];
  },
  lexicon: Lexicon,
): ActivityRef | null {
  if (event) {
    const id = knownKey(kind, event, detail.year);
    const names = { en: event.names.en[0], zh: event.names.zh[0] };
    const title = Object.fromEntries(
      Object.entries(names).filter(([, name]) => name),
    ) as ActivityRef['title'];
    return id === null ? null : { id, title, known: true };
  }
  if (kind === 'organisation' && detail.topic === '') {
    const { founded } = lexicon.knowledge.institution;
    return { id: founded.key, title: { en: founded.names.en[0], zh: founded.names.zh[0] }, known: true };
  }
  return derived(kind, detail);
}

function derived(
  kind: Kind,
  detail: {
    topic: string;
    year: number | null;
    actor: string | null;
    day: string | null;
    title: ActivityRef['title'];
  },
): ActivityRef | null {
  if (detail.topic === '' && kind !== 'member_activity') return null;
  const parts = [FAMILY[kind], detail.topic === '' ? 'members' : detail.topic];
  if (kind === 'exchange') parts.push(detail.day ?? String(detail.year ?? 'undated'));
  else if (!UNDATED.includes(kind) && detail.year !== null) parts.push(String(detail.year));
  if (kind === 'external_participation' && detail.actor) parts.push(detail.actor);
  return { id: parts.join('/'), title: detail.title, known: false };
}
