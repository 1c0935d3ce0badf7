import type { Kind, Lang } from '#domain';
import { COMPETITION_STAGE, DEEDS } from '../kinds/pairs.js';
import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';
import type { Scan } from './frame.js';

/** How many characters may stand between a thing and its verb. */
const REACH = { en: { before: 150, after: 70 }, zh: { before: 90, after: 40 } };
const BREAK =
  /;|\b(?:said|says|told|which|who|while|whereas|noting|added|saying|but)\b|表示|指出|强调|认为|称[，:：]|提出/;
/** "The conference, which will be held …": the clause is about what stands before it. */
const WHICH = /^["')]*(?: \([A-Z]+\))?,? (?:which|that) /;
/** A verb's object follows it without a preposition: "opened at the conference" opens something else. */
const NOT_AN_OBJECT = /\b(?:at|in|during|by|from|with|on|to|when|as|after|of|into)\b/i;
const FOUNDING = /inaugura|founding|anniversary|成立|周年/i;
const FOUNDS = /inaugurat|揭牌|成立/i;
const MEETING =
  /^(?:to |will |is |are |was |set |due )*(?:play )?(?:host|hold|stage|welcome|convene|organi[sz]e|举办|举行|召开|迎来|出席|参加|宣布)|^(?:grand |official )?(?:opening|closing) (?:ceremony )?(?:of|at)/i;
const OCCASIONS = ['hold', 'open', 'close', 'greet'];

/** 峰会上, 大会期间, "at the summit held in …": where something else happens. */
function locative(predicate: Predicate, mention: Mention, scan: Scan): boolean {
  if (!OCCASIONS.includes(predicate.deed)) return false;
  const { text, role } = scan.piece;
  if (scan.lang === 'zh')
    return /^["'》)]*(?:主论坛|开幕式|闭幕式)?(?:上(?!午|海|线|月|周)|期间|中(?!国)|现场)/.test(
      text.slice(mention.end, mention.end + 8),
    );
  const participle = /^(?:held|staged|convened)/i.test(text.slice(predicate.start));
  const after =
    /\b(?:at|during|from|in|of|to|for|attend\w*|ahead of|before|after) (?:the |this year's |last year's )?$/i;
  return (
    role === 'body' &&
    participle &&
    predicate.thing === 'before' &&
    after.test(text.slice(Math.max(0, mention.start - 32), mention.start))
  );
}

/** "The forum, organised by the institution, was held": the institution holds, it is not what is held. */
function agent(predicate: Predicate, { start, end }: Mention, scan: Scan): boolean {
  if (predicate.thing !== 'before' || !OCCASIONS.includes(predicate.deed)) return false;
  const { text } = scan.piece;
  return scan.lang === 'zh'
    ? /由$/.test(text.slice(0, start)) && /主办|承办|指导|发起/.test(text.slice(end, predicate.start))
    : /\b(?:organi[sz]ed|hosted|sponsored|held|convened|initiated) by (?:the )?$/i.test(text.slice(0, start));
}

/** What an institution's bare name is said of, where the verb is that of a meeting. */
function meetingKind(predicate: Predicate, mention: Mention, text: string): Kind | null {
  if (predicate.thing === 'after') {
    const verb = text.slice(predicate.start, predicate.end);
    return MEETING.test(verb) || predicate.deed === 'greet' ? 'summit' : null;
  }
  const gap = text.slice(mention.end, predicate.start);
  if (mention.year === null && /^["《]/.test(gap)) return null;
  return FOUNDING.test(gap) ? 'organisation' : 'summit';
}

/** The kind that an institution's bare name stands for with a verb. */
function institutionKind(predicate: Predicate, mention: Mention, text: string): Kind | null {
  const founds = predicate.deed === 'establish' || FOUNDS.test(text.slice(predicate.start, predicate.end));
  if (founds) return mention.year === null ? 'organisation' : null;
  return DEEDS.summit?.includes(predicate.deed) ? meetingKind(predicate, mention, text) : null;
}

/** 向大会开幕式致辞, 出席大会开幕式: the opening of a thing that someone graces is the thing's. */
function opened({ deed }: Predicate, { end, kind }: Mention, { piece, lang }: Scan): boolean {
  if (deed !== 'greet' || kind === 'institution') return false;
  return lang === 'zh' && /^["》]?开幕/.test(piece.text.slice(end, end + 4));
}

/** 蓝皮书发布会…举行: what is held is the release of the work. */
const presented = ({ deed, start }: Predicate, { end, kind }: Mention): boolean =>
  deed === 'release' && (kind === 'publication' || kind === 'award') && start - end < 6;

/** "The unveiling ceremony of the office was held". */
const unveiled = (predicate: Predicate, mention: Mention, { piece }: Scan): boolean =>
  /unveil|inaugura|opening|揭牌|挂牌/i.test(
    piece.text.slice(Math.max(0, mention.start - 40), Math.max(mention.end, predicate.start)),
  );

/** The kind that a verb with a thing tells, or null where they do not fit. */
export function kindFor(predicate: Predicate, mention: Mention, scan: Scan): Kind | null {
  if (mention.modifier && !opened(predicate, mention, scan) && !presented(predicate, mention)) return null;
  if (mention.kind === 'office_opening' && predicate.deed === 'hold' && !unveiled(predicate, mention, scan))
    return null;
  if (locative(predicate, mention, scan)) return null;
  if (mention.kind === 'institution' && agent(predicate, mention, scan)) return null;
  if (mention.kind === 'institution') return institutionKind(predicate, mention, scan.piece.text);
  return DEEDS[mention.kind]?.includes(predicate.deed) ? mention.kind : null;
}

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
    ? text.slice(mention.end, predicate.start).replace(WHICH, '')
    : text.slice(predicate.end, mention.start);
  if (gap.length > REACH[scan.lang][predicate.thing] || BREAK.test(gap)) return false;
  return before || !interrupted(gap, scan.lang);
}

/** 招募启动, "launch of applications": what starts is the call, not the programme. */
function isCall(kind: Kind, predicate: Predicate, mention: Mention, text: string): boolean {
  if (kind !== 'programme_launch' && kind !== 'award') return false;
  return /报名|申报|征集|招募|applications?|nominations?/i.test(text.slice(mention.end, predicate.start));
}

const CALLABLE: readonly string[] = ['programme_launch', 'award'];
const CALL_FOR =
  /\b(?:applications?|nominations?|submissions?|entries|registrations?|sign-?ups?|call) (?:for|to|of) (?:the |this year's |its )?(?:(?:19|20)\d\d |[\w-]+ )?$/i;
const START_CEREMONY = /启动(?:仪式|会)|(?:launch|launching|kick-?off) ceremony/i;

/** "Registration for the competition opened": what opens is its call. */
const called = ({ start }: Mention, text: string): boolean =>
  CALL_FOR.test(text.slice(Math.max(0, start - 40), start));

/** A contest whose launch is held, or that is launched. */
function launched(predicate: Predicate, { end }: Mention, text: string): boolean {
  if (COMPETITION_STAGE.test(text)) return false;
  const verb = text.slice(predicate.start, predicate.end);
  return START_CEREMONY.test(text.slice(end, predicate.end)) || /launched/i.test(verb);
}

/** A contest that begins, unless its sentence speaks of entering it. */
const BOUT = /kick|beg[aiu]n|under ?way|开赛/i;
const ENTRY = /regist|appl(?:y|ic)|entr(?:y|ies)|sign(?:ing)? up|call for|报名|征集|申报|招募/i;

/** The final kind: the same thing with another verb is another kind of announcement. */
export function refined(kind: Kind, predicate: Predicate, mention: Mention, text: string): Kind {
  if (kind === 'competition_result') {
    if (predicate.deed === 'apply' || called(mention, text) || launched(predicate, mention, text))
      return 'competition_registration';
    if (COMPETITION_STAGE.test(text)) return kind;
    if (BOUT.test(text.slice(predicate.start, predicate.end)) && !ENTRY.test(text)) return kind;
    return predicate.deed === 'launch' || predicate.deed === 'open' ? 'competition_registration' : kind;
  }
  const call = predicate.deed === 'apply' || isCall(kind, predicate, mention, text);
  return call || (CALLABLE.includes(kind) && called(mention, text)) ? 'call_for_entries' : kind;
}
