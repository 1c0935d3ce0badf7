import { barBetween, bothKnown } from './bars.rule.js';
import { contrasts } from './contrast.rule.js';
import { compareDates, daysApart } from './dates.rule.js';
import { ENOUGH, likeness } from './likeness.rule.js';
import type { KnownNames } from './known-names.js';
import { ownsActivity, type Told } from './statement.js';
import { titleLikeness } from './text-likeness.js';

/** Whether two statements are the same announcement, by which rule, and how sure that is (0 to 1). */
export interface Verdict {
  same: boolean;
  rule: string;
  score: number;
}

/** A thing that was told as done happened once: further apart than this it was another occasion. */
const OCCASION_DAYS = 10;
const WEEK_MS = 7 * 86_400_000;
const GENERIC = /^[^/]+\/(members|members?-meeting)?(\/|$)/;

/** Compares a statement with what is known of one announcement: what bars comes first, then what decides. */
export function judge(told: Told, known: Told, names: KnownNames): Verdict {
  const bar = barBetween(told, known, names);
  if (bar !== null) return { same: false, rule: bar, score: 0 };
  if (bothKnown(told, known)) return sameActivity(told, known, names);
  const onOneDay = compareDates(told.happens, known.happens) === 'same' ? sameKey(told, known) : null;
  if (onOneDay !== null) return onOneDay; // whatever words the two titles chose
  if (contrasts(told.title, known.title, names)) return { same: false, rule: 'another subject', score: 0 };
  return sameKey(told, known) ?? onlyOne(told, known, names) ?? byLikeness(told, known, names);
}

/** The key of a known activity is equal: that decides for the thing itself, not for what happens beside it. */
function sameActivity(told: Told, known: Told, names: KnownNames): Verdict {
  if (!ownsActivity(told) || !ownsActivity(known)) return byWords(told, known, names);
  const apart = apartWithin(told, known, names);
  if (apart !== null) return { same: false, rule: apart, score: 0 };
  const sameKind = told.kind === known.kind;
  if (!sameKind && compareDates(told.happens, known.happens) !== 'same')
    return byLikeness(told, known, names);
  return { same: true, rule: 'same activity, kind and phase', score: sameKind ? 0.97 : 0.8 };
}

/** One activity can have several occasions, and a competition several parts. */
function apartWithin(told: Told, known: Told, names: KnownNames): string | null {
  if (anotherOccasion(told, known)) return 'another occasion';
  const parts = told.kind === 'competition_result' && compareDates(told.happens, known.happens) !== 'same';
  return parts && contrasts(told.title, known.title, names) ? 'another part of it' : null;
}

function byWords(told: Told, known: Told, names: KnownNames): Verdict {
  return contrasts(told.title, known.title, names)
    ? { same: false, rule: 'another subject', score: 0 }
    : byLikeness(told, known, names);
}

/** An equal key that was derived from words is strong where nothing of the time contradicts it. */
function sameKey(told: Told, known: Told): Verdict | null {
  const id = told.activity?.id;
  if (id === undefined || id !== known.activity?.id || told.kind !== known.kind) return null;
  if (anotherOccasion(told, known)) return { same: false, rule: 'another occasion', score: 0 };
  const dates = compareDates(told.happens, known.happens);
  if (dates === 'differ' || (GENERIC.test(id) && dates !== 'same')) return null;
  return { same: true, rule: 'same subject, kind and phase', score: 0.88 };
}

/**
 * What happens so seldom that two in one week are one: an office opened in one place, a person called to one post.
 */
function onlyOne(told: Told, known: Told, names: KnownNames): Verdict | null {
  if (told.kind !== known.kind || compareDates(told.happens, known.happens) === 'differ') return null;
  const week = Math.abs(Date.parse(told.announcedAt) - Date.parse(known.announcedAt)) <= WEEK_MS;
  const rule = 'so seldom that it is one';
  if (told.kind === 'office_opening' && week && samePlace(told, known, names))
    return { same: true, rule, score: 0.75 };
  const dated = compareDates(told.happens, known.happens) === 'same';
  return told.kind === 'appointment' && dated && samePerson(told, known, names)
    ? { same: true, rule, score: 0.8 }
    : null;
}

function samePlace(a: Told, b: Told, names: KnownNames): boolean {
  const [places, others] = [a, b].map(({ place }) => names.placesIn(place?.name ?? ''));
  return [...places!].some((place) => others!.has(place));
}

function samePerson(a: Told, b: Told, names: KnownNames): boolean {
  const [one, other] = [a, b].map(({ people }) => people.map(({ name }) => names.person(name)));
  return one!.length === 1 && other!.length === 1 && one![0] === other![0];
}

function byLikeness(told: Told, known: Told, names: KnownNames): Verdict {
  const score = likeness(told, known, names);
  const title = titleLikeness(told.title, known.title, names) ?? 0;
  const dates = compareDates(told.happens, known.happens);
  if (dates === 'differ' && !(told.phase === 'plan' && title >= 0.85))
    return { same: false, rule: 'another date', score };
  const rule = dates === 'same' ? 'alike in words, same day' : 'alike in words';
  return { same: score >= ENOUGH && (title >= 0.2 || told.kind === 'reaction'), rule, score };
}

/** Dates of what is planned move; what was opened or held has its day. */
function anotherOccasion(told: Told, known: Told): boolean {
  const apart = daysApart(told.happens, known.happens);
  const daily = told.happens?.precision === 'day' && known.happens?.precision === 'day';
  const planned = told.phase === 'plan' || told.phase === null;
  return (
    daily &&
    !planned &&
    apart !== null &&
    apart >= OCCASION_DAYS &&
    !/^(summit|expo|office_opening)$/.test(told.kind)
  );
}
