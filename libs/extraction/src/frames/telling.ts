import type { Kind } from '#domain';
import { DEEDS } from '../kinds/pairs.js';
import type { Mention } from '../mentions/mention.js';
import type { Predicate } from '../predicates/predicates.js';
import type { Scan } from './frame.js';

const FOUNDING = /inaugura|founding|anniversary|成立|周年/i;
const FOUNDS = /inaugurat|揭牌|成立/i;
const MEETING =
  /^(?:to |will |is |are |was |set |due )*(?:play )?(?:host|hold|stage|welcome|convene|organi[sz]e|举办|举行|召开|迎来|出席|参加|宣布)|^(?:grand |official )?(?:opening|closing) (?:ceremony )?(?:of|at)/i;
const OCCASIONS = ['hold', 'open', 'close', 'greet'];
const MOMENTS = ['open', 'close', 'greet'];

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

/** 大会与…举办…, 大会举办…: the institution's bare name with a partner, or with something that it holds. */
const hosts = (gap: string, after: string): boolean =>
  /^(?:与|和|同|联合|携手|会同)/.test(gap) ||
  /^了?(?:首|新|第|"|《|[\u4e00-\u9fff])/.test(after.replace(/^[在于至将并暨以和后期].*/s, ''));

/** "The forum, organised by the institution, was held": the institution holds, it is not what is held. */
function agent(predicate: Predicate, { start, end, year }: Mention, scan: Scan): boolean {
  if (predicate.thing !== 'before' || !OCCASIONS.includes(predicate.deed)) return false;
  const { text } = scan.piece;
  if (
    scan.lang === 'zh' &&
    year === null &&
    predicate.deed === 'hold' &&
    hosts(text.slice(end, predicate.start), text.slice(predicate.end))
  )
    return true;
  return scan.lang === 'zh'
    ? /由$/.test(text.slice(0, start)) && /主办|承办|指导|发起/.test(text.slice(end, predicate.start))
    : /\b(?:(?:organi[sz]ed|hosted|sponsored|held|convened|initiated) by|(?:members?|council|delegation|secretariat|leaders|office|committee|experts|representatives) of) (?:the )?$/i.test(
        text.slice(0, start),
      );
}

/** "WIC Leadership Training" is no meeting of the WIC. */
const NAMES_ANOTHER = /^ (?!In\b|At\b|On\b|Of\b|To\b|For\b|And\b|With\b|From\b|By\b|As\b)[A-Z][a-z]/;

/** "The WIC opens its office", "has opened registration": it opens something; itself it opens on a day, in a town. */
const OPENS_ANOTHER =
  /^ (?:its|an?|the|another|new|(?:online )?registrations?|applications?|entries|nominations)\b(?! (?:doors|curtains?))/i;

/** What an institution's bare name is said of, where the verb is that of a meeting. */
function meetingKind(predicate: Predicate, mention: Mention, text: string): Kind | null {
  if (predicate.thing === 'after') {
    if (NAMES_ANOTHER.test(text.slice(mention.end, mention.end + 24))) return null;
    const verb = text.slice(predicate.start, predicate.end);
    return MEETING.test(verb) || MOMENTS.includes(predicate.deed) ? 'summit' : null;
  }
  const gap = text.slice(mention.end, predicate.start);
  if (mention.year === null && /^["《]/.test(gap)) return null;
  const opens = /open\w*$/i.test(text.slice(predicate.start, predicate.end));
  if (opens && OPENS_ANOTHER.test(text.slice(predicate.end))) return null;
  return FOUNDING.test(gap) ? 'organisation' : 'summit';
}

/** The kind that an institution's bare name stands for with a verb. */
function institutionKind(predicate: Predicate, mention: Mention, text: string): Kind | null {
  const founds = predicate.deed === 'establish' || FOUNDS.test(text.slice(predicate.start, predicate.end));
  if (founds) return mention.year === null ? 'organisation' : null;
  return DEEDS.summit?.includes(predicate.deed) ? meetingKind(predicate, mention, text) : null;
}

/** 向大会开幕式致辞, 出席大会开幕式: the opening of a thing that someone graces is the thing's. */
function opened({ deed, start }: Predicate, { end, kind, year }: Mention, { piece, lang }: Scan): boolean {
  const ceremony = (deed === 'open' || deed === 'close') && start - end < 2;
  if ((deed !== 'greet' && !ceremony) || (kind === 'institution' && year === null)) return false;
  return lang === 'zh' && /^["》]?[开闭]幕/.test(piece.text.slice(end, end + 4));
}

/** 蓝皮书发布会…举行: what is held is the release of the work. */
const presented = ({ deed, start }: Predicate, { end, kind }: Mention): boolean =>
  deed === 'release' && (kind === 'publication' || kind === 'award') && start - end < 6;

/** "The unveiling ceremony of the office was held". */
const unveiled = (predicate: Predicate, mention: Mention, { piece }: Scan): boolean =>
  /unveil|inaugura|open(?:s|ed|ing)?\b|揭牌|挂牌/i.test(
    piece.text.slice(Math.max(0, mention.start - 40), Math.max(mention.end, predicate.start)),
  );

/** "The academy was set up to help …" tells what is known of it; "an academy was set up" is news. */
function recalled(predicate: Predicate, { event, own, start }: Mention, { piece, lang }: Scan): boolean {
  if (lang !== 'en' || predicate.deed !== 'establish' || predicate.thing !== 'before' || event || own)
    return false;
  const definite = /\bthe (?:[\w-]+ ){0,2}$/i.test(piece.text.slice(Math.max(0, start - 30), start));
  return definite && /^ (?:to (?!be )|in \d{4}|by |under )/.test(piece.text.slice(predicate.end));
}

const SIDE =
  /\b(?:(?:press|news) conference|briefing)s? (?:on|for|about|ahead of) (?:the )?$|\b(?:alongside|concurrently with|in parallel (?:with|to)|(?:sidelines|margins|eve) of) (?:the )?$/i;
/** "A briefing on the summit was held", "the expo, held alongside the summit, opened": told of another thing. */
const beside = ({ thing }: Predicate, { start }: Mention, { piece }: Scan): boolean =>
  thing === 'before' && SIDE.test(piece.text.slice(Math.max(0, start - 40), start));

/** True where the words around show that a verb does not tell of a thing. */
function untold(predicate: Predicate, mention: Mention, scan: Scan): boolean {
  if (opened(predicate, mention, scan)) return false;
  if (mention.modifier && !presented(predicate, mention)) return true;
  const office = mention.kind === 'office_opening' && predicate.deed === 'hold';
  if (office && !unveiled(predicate, mention, scan)) return true;
  return (
    locative(predicate, mention, scan) ||
    beside(predicate, mention, scan) ||
    recalled(predicate, mention, scan)
  );
}

/** The kind that a verb with a thing tells, or null where they do not fit. */
export function kindFor(predicate: Predicate, mention: Mention, scan: Scan): Kind | null {
  if (untold(predicate, mention, scan)) return null;
  if (mention.kind === 'institution') {
    return agent(predicate, mention, scan) ? null : institutionKind(predicate, mention, scan.piece.text);
  }
  return DEEDS[mention.kind]?.includes(predicate.deed) ? mention.kind : null;
}
