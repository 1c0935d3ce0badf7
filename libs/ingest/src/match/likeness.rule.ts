import { compareDates, type DateAgreement } from './dates.rule.js';
import { conceptsIn } from './concepts.js';
import type { KnownNames } from './known-names.js';
import type { Told } from './statement.js';
import { jaccard, titleLikeness } from './text-likeness.js';

/** At least this much must speak for two statements to be the same where no known activity decides. */
export const ENOUGH = 0.6;

const DATES: Readonly<Record<DateAgreement, number>> = {
  same: 0.3,
  overlap: 0.12,
  unknown: 0.05,
  differ: -0.3,
};
const SAME_REACTION = 0.25;
const REACTIONS = ['concept:boycott', 'concept:criticise'];
const CLOSE_DAYS = 7;
const FAR_DAYS = 60;
const DAY_MS = 86_400_000;

/** What speaks for two statements being the same, by title, time, place, people and subject. 0 to 1. */
export function likeness(a: Told, b: Told, names: KnownNames): number {
  const title = titleLikeness(a.title, b.title, names) ?? 0;
  const dates = compareDates(a.happens, b.happens);
  const score =
    title * 0.55 +
    DATES[dates] +
    nearness(a, b, dates) +
    placeScore(a, b, names) +
    peopleScore(a, b, names) +
    subject(a, b) +
    sameReaction(a, b) +
    namedThing(a, b, names);
  return Math.min(1, Math.max(0, Math.round(score * 100) / 100));
}

/** Undated statements are told together or are not the same: titles recur from year to year. */
function nearness(a: Told, b: Told, dates: DateAgreement): number {
  const apart = Math.abs(Date.parse(a.announcedAt) - Date.parse(b.announcedAt)) / DAY_MS;
  if (dates === 'same') return 0;
  if (apart <= CLOSE_DAYS) return 0.12;
  return apart > FAR_DAYS ? -0.35 : 0;
}

function placeScore(a: Told, b: Told, names: KnownNames): number {
  if (a.place === null || b.place === null) return 0;
  const [places, others] = [names.placesIn(a.place.name), names.placesIn(b.place.name)];
  if (places.size === 0 || others.size === 0) return a.place.name === b.place.name ? 0.1 : 0;
  return [...places].some((place) => others.has(place)) ? 0.1 : -0.15;
}

function peopleScore(a: Told, b: Told, names: KnownNames): number {
  const people = new Set(a.people.map(({ name }) => names.person(name)));
  const others = b.people.map(({ name }) => names.person(name));
  return others.some((name) => people.has(name)) ? 0.1 : 0;
}

/** Both titles name the same recurring thing that is not the yearly meeting itself. */
function namedThing(a: Told, b: Told, names: KnownNames): number {
  const things = (told: Told) =>
    [...names.in(Object.values(told.title).join(' '))].filter((id) => /^event:(?!summit\/)/.test(id));
  const others = new Set(things(b));
  return things(a).some((id) => others.has(id)) ? 0.25 : 0;
}

/** What others do about the institution is worded in many ways; a boycott told twice in a week is one. */
function sameReaction(a: Told, b: Told): number {
  if (a.kind !== 'reaction' || b.kind !== 'reaction') return 0;
  const [acts, others] = [a, b].map((told) => conceptsIn(Object.values(told.title).join(' ')));
  return REACTIONS.some((act) => acts!.includes(act) && others!.includes(act)) ? SAME_REACTION : 0;
}

/** The words of derived activity keys are the same in both languages where the terms are known. */
function subject(a: Told, b: Told): number {
  if (a.kind === 'reaction') return 0;
  const [words, others] = [subjectWords(a), subjectWords(b)];
  const alike = jaccard(words, others);
  if (alike === null) return 0;
  return alike >= 0.5 ? 0.3 * alike : alike === 0 ? -0.1 : 0;
}

function subjectWords({ activity }: Told): Set<string> {
  const [, slug = ''] = activity?.id.split('/') ?? [];
  return new Set(slug.split('-').filter((word) => word.length > 1 && !/^\d+$/.test(word)));
}
