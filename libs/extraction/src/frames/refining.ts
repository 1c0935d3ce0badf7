import type { Kind } from '#domain';
import { COMPETITION_STAGE } from '../kinds/pairs.js';
import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';

/** 招募启动, "launch of applications": what starts is the call, not the programme. */
function isCall(kind: Kind, predicate: Predicate, mention: Mention, text: string): boolean {
  if (kind !== 'programme_launch' && kind !== 'award') return false;
  if (predicate.deed === 'give' || predicate.deed === 'release') return false;
  const around = text.slice(mention.end, predicate.start) + text.slice(predicate.end, predicate.end + 8);
  return /报名|申报|征集|招募|applications?|nominations?/i.test(around);
}

const CALLABLE: readonly string[] = ['programme_launch', 'award'];
const CALL_FOR =
  /\b(?:applications?|nominations?|submissions?|entries|registrations?|sign-?ups?|call) (?:for|to|of) (?:the |this year's |its )?(?:(?:19|20)\d\d |[\w-]+ )?$/i;
const START_CEREMONY = /启动(?:仪式|会)|(?:launch|launching|kick-?off) ceremony/i;

/** "Registration for the competition opened": what opens is its call. */
const called = ({ start }: Mention, text: string): boolean =>
  CALL_FOR.test(text.slice(Math.max(0, start - 40), start));

const clauseAround = ({ start, end }: Predicate, text: string): string =>
  (text.slice(0, start).split(/[;；]/).at(-1) ?? '') + (text.slice(end).split(/[;；]/)[0] ?? '');

/** A contest whose launch is held, or that is launched. */
function launched(predicate: Predicate, { end }: Mention, text: string): boolean {
  if (COMPETITION_STAGE.test(clauseAround(predicate, text))) return false;
  const verb = text.slice(predicate.start, predicate.end);
  return START_CEREMONY.test(text.slice(end, predicate.end)) || /launched/i.test(verb);
}

/** A contest that begins, unless its sentence speaks of entering it. */
const BOUT = /kick|beg[aiu]n|under ?way|开赛/i;
const ENTRY = /regist|appl(?:y|ic)|entr(?:y|ies)|sign(?:ing)? up|call for|报名|征集|申报|招募/i;

/** What is said of a contest is that one can enter it, not a round or its prizes. */
function registers(predicate: Predicate, mention: Mention, text: string): boolean {
  if (predicate.deed === 'apply' || called(mention, text) || launched(predicate, mention, text)) return true;
  if (COMPETITION_STAGE.test(text)) return false;
  if (BOUT.test(text.slice(predicate.start, predicate.end)) && !ENTRY.test(text)) return false;
  return predicate.deed === 'launch' || predicate.deed === 'open';
}

/** The final kind: the same thing with another verb is another kind of announcement. */
export function refined(kind: Kind, predicate: Predicate, mention: Mention, text: string): Kind {
  if (kind === 'competition_result')
    return registers(predicate, mention, text) ? 'competition_registration' : kind;
  const call = predicate.deed === 'apply' || isCall(kind, predicate, mention, text);
  return call || (CALLABLE.includes(kind) && called(mention, text)) ? 'call_for_entries' : kind;
}
