import type { Lang } from '#domain';
import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';
import type { Scan } from './frame.js';

/** How many characters may stand between a thing and its verb. */
const REACH = { en: { before: 150, after: 70 }, zh: { before: 90, after: 40 } };
const BREAK =
  /;|\b(?:said|says|told|which|who|while|whereas|noting|added|saying|but)\b|, (?:the )?(?:organi[sz]ers?|officials?|it|he|she|they|secretariat) (?:was |were |has |have )?$|表示|指出|强调|认为|称[，:：]|提出/;
/** "The conference, which will be held …": the clause is about what stands before it. */
const WHICH = /^["')]*(?: \([A-Z]+\))?,? (?:which|that) /;
/** "The conference, whose theme is …, drew …": what stands between commas is told by the way. */
const ASIDE =
  /^["')]*(?: \([A-Z]+\))?, (?:which|whose|where|themed|organi[sz]ed|hosted|held) [^.;]{3,170},[ "']*$/;
/** A verb's object follows it without a preposition: "opened at the conference" opens something else. */
const NOT_AN_OBJECT = /\b(?:at|in|during|by|from|with|on|to|when|as|after|of|into)\b/i;
/** What stands between a verb and its object begins something else. */
function interrupted(gap: string, lang: Lang): boolean {
  if (lang === 'zh' && /，(?!以及|还有|和)/.test(gap)) return true;
  return NOT_AN_OBJECT.test(gap) || gap.startsWith(':') || gap.startsWith('：');
}

/** True where a thing stands on the side of a verb that the verb needs, near enough. */
export function reaches(predicate: Predicate, mention: Mention, scan: Scan): boolean {
  const { text } = scan.piece;
  const before = mention.end <= predicate.start;
  if (before !== (predicate.thing === 'before') || (!before && mention.start < predicate.end)) return false;
  const gap = before
    ? text.slice(mention.end, predicate.start).replace(ASIDE, '').replace(WHICH, '')
    : text.slice(predicate.end, mention.start);
  if (gap.length > REACH[scan.lang][predicate.thing] || BREAK.test(gap)) return false;
  return before || !interrupted(gap, scan.lang);
}
