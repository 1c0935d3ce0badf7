import type { Happens, Phase } from '#domain';
import { INSTITUTION_ITSELF } from '../frames/actors.js';
import type { Draft, Found } from './draft.js';
import { weightOf } from './happens.js';

const tokens = (topic: string): Set<string> =>
  new Set(
    /[\u4e00-\u9fff]/.test(topic)
      ? [...topic].slice(1).map((character, at) => `${topic.charAt(at)}${character}`)
      : topic.split('-').filter((t) => t.length > 2),
  );

function alike(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b || a.includes(b) || b.includes(a)) return true;
  const [x, y] = [tokens(a), tokens(b)];
  const common = [...x].filter((token) => y.has(token)).length;
  return common * 2 >= Math.min(x.size, y.size) && common > 0;
}

const sameYear = (a: Draft, b: Draft): boolean => a.year === null || b.year === null || a.year === b.year;

/** A title and a sentence at the head of the text under it, one of them without a known name. */
const leads = (a: Draft, b: Draft): boolean =>
  !(a.event && b.event) &&
  a.frames.every((frame) => frame.scan.piece.role === 'title') &&
  b.frames.some((frame) => frame.scan.index <= 3);

const sameActor = (a: Draft, b: Draft): boolean =>
  a.actor === b.actor || a.actor === INSTITUTION_ITSELF || b.actor === INSTITUTION_ITSELF;

const sameSentence = (a: Draft, b: Draft): boolean =>
  a.frames.some((frame) => b.frames.some((other) => other.scan === frame.scan));
const otherName = (known: Draft, other: Draft): boolean => known.event !== null && other.topic !== '';

const oneUndated = (a: Draft, b: Draft): boolean => a.happens === null || b.happens === null;

/** Two tellings of what someone did. */
const sameVisit = (a: Draft, b: Draft): boolean =>
  sameActor(a, b) && (alike(a.topic, b.topic) || (leads(a, b) && oneUndated(a, b)));

const sameThing = (a: Draft, b: Draft): boolean =>
  !otherName(a, b) && !otherName(b, a) && alike(a.topic, b.topic);

/** Two tellings within one section, at least one of a thing without a known name. */
function sameTelling(a: Draft, b: Draft): boolean {
  if (a.kind === 'reaction') return sameSentence(a, b) || leads(a, b);
  if (a.kind === 'external_participation') return sameVisit(a, b);
  if (a.kind === 'exchange' && oneUndated(a, b)) return true;
  return a.headed || leads(a, b) || sameThing(a, b);
}

/** "Applications close on …" after a call belongs to it, whatever was named between. */
const recallsCall = ({ kind, rules }: Draft): boolean =>
  kind === 'call_for_entries' && rules.every((rule) => rule.endsWith('of-what-was-named'));

/** True where two drafts of one document tell the same announcement. */
export function sameAnnouncement(a: Draft, b: Draft): boolean {
  if (a.kind !== b.kind || !sameYear(a, b)) return false;
  if (recallsCall(b)) return a.section === b.section;
  if (a.event && b.event) return a.event.key === b.event.key;
  return a.section === b.section && sameTelling(a, b);
}

/** Held on the day that it opens: when it ends is not told. */
const opensThatDay = (a: Happens, b: Happens): boolean =>
  a.start !== null && a.start === b.start && a.end === null && b.end === b.start;

/** An opening and a close, told apart: from the one to the other. */
function fromTo(a: Happens, b: Happens): Happens | null {
  const start = a.end === null ? a.start : b.end === null ? b.start : null;
  const end = a.start === null ? a.end : b.start === null ? b.end : null;
  return start && end && start <= end ? { ...a, start, end } : null;
}

function ends(a: Happens, b: Happens): Happens | null {
  if (a.precision !== 'day' || b.precision !== 'day') return null;
  if (opensThatDay(a, b)) return a;
  return opensThatDay(b, a) ? b : fromTo(a, b);
}

function betterHappens(a: Found<Happens> | null, b: Found<Happens> | null): Found<Happens> | null {
  if (!a || !b) return a ?? b;
  const joined = ends(a.value, b.value);
  if (joined) return { ...a, value: joined };
  const preferBody = (f: Found<Happens>): number => (f.piece.role === 'body' ? 0.25 : 0);
  return weightOf(b.value) + preferBody(b) > weightOf(a.value) + preferBody(a) ? b : a;
}

function betterPlace(a: Draft['place'], b: Draft['place']): Draft['place'] {
  if (!a || !b) return a ?? b;
  const length = (f: NonNullable<Draft['place']>): number =>
    f.span.end - f.span.start + (f.piece.role === 'body' ? 1 : 0);
  return length(b) > length(a) ? b : a;
}

const isPerson = (draft: Draft): boolean => draft.actor !== null && draft.actor !== INSTITUTION_ITSELF;
const betterActor = (a: Draft, b: Draft): string | null => (isPerson(a) ? a.actor : (b.actor ?? a.actor));
/** A headline says "held" of what its text dates to a day to come. */
const betterPhase = (a: Draft, b: Draft): Phase | null =>
  a.phase === 'result' && b.phase === 'plan' ? b.phase : a.phase;

function mergedInto(a: Draft, b: Draft): Draft {
  return {
    ...a,
    event: a.event ?? b.event,
    phase: betterPhase(a, b),
    topic: a.topic || b.topic,
    year: a.year ?? b.year,
    actor: betterActor(a, b),
    headed: a.headed || b.headed,
    prominent: a.prominent || b.prominent,
    frames: [...a.frames, ...b.frames],
    happens: betterHappens(a.happens, b.happens),
    place: betterPlace(a.place, b.place),
    theme: a.theme ?? b.theme,
    rules: [...new Set([...a.rules, ...b.rules])],
  };
}

/** Joins the drafts that tell the same announcement; the first keeps its phase. */
export function merged(drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const at = kept.findIndex((other) => sameAnnouncement(other, draft));
    const same = kept[at];
    if (same) kept[at] = mergedInto(same, draft);
    else kept.push(draft);
  }
  return kept;
}
