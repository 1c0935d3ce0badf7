import type { ActivityRef, Day, Kind } from '#domain';
import { INSTITUTION_ITSELF } from '../frames/actors.js';
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

/** What a statement tells that may identify its activity. */
export interface ActivityDetail {
  topic: string;
  year: number | null;
  /** Who takes part, by slug. */
  actor: string | null;
  day: Day | null;
  title: ActivityRef['title'];
}

/** The activity of a statement, known or made from its words; null where not even a year is known of a yearly thing. */
export function activityOf(
  kind: Kind,
  event: KnownEvent | null,
  detail: ActivityDetail,
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
  return derived(kind, detail, lexicon);
}

/** The parts of a key that say when and by whom. */
function qualifiers(kind: Kind, { year, day, actor }: ActivityDetail, lexicon: Lexicon): string[] {
  if (kind === 'exchange') return [day ?? String(year ?? 'undated')];
  const when = UNDATED.includes(kind) || year === null ? [] : [String(year)];
  if (kind !== 'external_participation' || actor === null) return when;
  return [...when, actor === INSTITUTION_ITSELF ? lexicon.knowledge.institution.slug : actor];
}

function derived(kind: Kind, detail: ActivityDetail, lexicon: Lexicon): ActivityRef | null {
  if (detail.topic === '' && kind !== 'member_activity') return null;
  const name = detail.topic === '' ? 'members' : detail.topic;
  const id = [FAMILY[kind], name, ...qualifiers(kind, detail, lexicon)].join('/');
  return { id, title: detail.title, known: false };
}
