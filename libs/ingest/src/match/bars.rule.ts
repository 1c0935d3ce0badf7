import { dayOf, type Kind } from '#domain';
import { compareDates } from './dates.rule.js';
import type { KnownNames } from './known-names.js';
import { stageOf } from './stage.rule.js';
import { editionOf, ownsActivity, type Told } from './statement.js';

/** Kinds that outlets take for one another. Any other pair of kinds is never the same announcement. */
const NEAR: readonly (readonly [Kind, Kind])[] = [
  ['forum', 'symposium'],
  ['forum', 'summit'],
  ['award', 'publication'],
  ['award', 'competition_result'],
  ['programme_launch', 'publication'],
  ['programme_launch', 'organisation'],
  ['exchange', 'external_participation'],
  ['exchange', 'partnership'],
  ['member_activity', 'symposium'],
  ['competition_registration', 'call_for_entries'],
];
/** Kinds that are about who did it: two people at one event are two announcements. */
const PERSONAL: ReadonlySet<Kind> = new Set(['external_participation', 'exchange', 'appointment']);

/** Kinds that are about with whom it was done: two partners on one day are two announcements. */
const MUTUAL: ReadonlySet<Kind> = new Set(['partnership', 'exchange']);

export function kindsNear(a: Kind, b: Kind): boolean {
  return NEAR.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
}

type Bar = (a: Told, b: Told, names: KnownNames) => boolean;

const BARS: readonly (readonly [name: string, bars: Bar])[] = [
  ['another kind', (a, b) => a.kind !== b.kind && !kindsNear(a.kind, b.kind)],
  ['another edition', (a, b) => apart(editionOf(a), editionOf(b))],
  ['another phase', (a, b) => !phasesAgree(a, b)],
  ['another activity', (a, b) => bothKnown(a, b) && a.activity?.id !== b.activity?.id],
  ['another stage', (a, b) => apart(stageOf(a), stageOf(b))],
  ['other parties', (a, b, names) => MUTUAL.has(a.kind) && otherParties(a, b, names)],
  ['other people', (a, b, names) => PERSONAL.has(a.kind) && othersInvolved(a, b, names)],
];

/** Why two statements cannot be the same announcement, whatever else they share; null when nothing bars it. */
export function barBetween(a: Told, b: Told, names: KnownNames): string | null {
  return BARS.find(([, bars]) => bars(a, b, names))?.[0] ?? null;
}

export function bothKnown(a: Told, b: Told): boolean {
  return a.activity?.known === true && b.activity?.known === true;
}

/**
 * Phases agree when equal or when one is not told. "Opened" and "was held" of the same first day, and "closed"
 * and "was held" of the same last day, are two ways to tell one moment; so is "held from the 8th to the 10th", told
 * before the 10th, and "opened on the 8th".
 */
function phasesAgree(a: Told, b: Told): boolean {
  if (a.phase === b.phase) return true;
  if (a.phase === null || b.phase === null) return compareDates(a.happens, b.happens) !== 'differ';
  if (a.phase === 'result') return oneMoment(a, b);
  return b.phase === 'result' && oneMoment(b, a);
}

function oneMoment(held: Told, other: Told): boolean {
  const begun = heldOneDay(held) || !toldAfter(held);
  if (other.phase === 'open') return begun && sameDay(held.happens?.start, other.happens?.start);
  return other.phase === 'close' && sameDay(held.happens?.end, other.happens?.end) && toldAfter(held);
}

/** "Held from the 8th to the 10th", told on the 8th, is no report of the closing. */
function toldAfter({ happens, announcedAt }: Told): boolean {
  return happens?.end != null && dayOf(announcedAt, happens.tz) >= happens.end;
}

function heldOneDay({ happens }: Told): boolean {
  return (
    happens !== null && happens.precision === 'day' && (happens.end === null || happens.end === happens.start)
  );
}

function apart<Value>(a: Value | null, b: Value | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** Both name bodies of others, and none in common. */
function otherParties(a: Told, b: Told, names: KnownNames): boolean {
  const partners = (told: Told) => names.bodiesIn(told.organisations.join('\n'));
  const [some, others] = [partners(a), partners(b)];
  return some.size > 0 && others.size > 0 && ![...some].some((one) => others.has(one));
}

function sameDay(a: string | null | undefined, b: string | null | undefined): boolean {
  return typeof a === 'string' && a === b;
}

/** Both name the people concerned and none is common, or the keys of the activity name other people. */
function othersInvolved(a: Told, b: Told, names: KnownNames): boolean {
  const [actor, otherActor] = [actorOf(a), actorOf(b)];
  if (actor !== null && otherActor !== null) return actor !== otherActor;
  const people = new Set(a.people.map(({ name }) => names.person(name)));
  const others = b.people.map(({ name }) => names.person(name));
  return people.size > 0 && others.length > 0 && !others.some((name) => people.has(name));
}

/** `external/mwc-shanghai/2023/ren-xianliang` names who took part. */
function actorOf(told: Told): string | null {
  const [, , , actor] = ownsActivity(told) ? (told.activity?.id.split('/') ?? []) : [];
  return actor ?? null;
}
