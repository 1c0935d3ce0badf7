import type { Kind, Happens } from '#domain';
import { daysBetween } from '../dates/calendar.js';
import { resolveDate } from '../dates/resolve.js';
import type { Scan } from '../frames/frame.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { placesIn } from '../places/place-groups.js';
import type { Draft } from '../statements/draft.js';
import type { DocumentContext } from './document-context.js';

/** Words by which the sentence after an undated fact goes on speaking of it. */
const GOES_ON: Partial<Record<Kind, RegExp>> = {
  partnership: /\b(?:document|agreement|memorandum|MoU|pact|deal|sign\w*|names to)\b|备忘录|协议|签/i,
  award: /\b(?:awards?|prizes?|trophy|ceremony|honou?rs?)\b|奖|颁/i,
  publication:
    /\b(?:it|reports?|books?|document|text|paper) (?:(?:was|were) (?:released|published|launched|presented|unveiled|issued)|came out|appeared)\b|该?报告.{0,12}发布/i,
  reaction: /\b(?:call|statement|letter|appeal|report|renewed|repeated)\b|声明|呼吁|公开信/i,
  exchange: /\b(?:meeting|talks|visit|met)\b|会面|会谈|座谈/i,
  office_opening: /\b(?:ceremony|unveiled|inaugurated|plaque)\b|揭牌|仪式/i,
  programme_launch: /\b(?:ceremony|launched|launch)\b|仪式|启动/i,
  organisation: /\b(?:ceremony|meeting|took place|was held)\b|仪式|会议/i,
};
/** The occasion itself, at which something more is told to have happened. */
const AT_IT =
  /^(?:At|During) (?:the|its|their) (?:founding|inaugural|launch|signing|award|unveiling) (?:ceremony|meeting|event)\b/;
const NEXT = 2;
const RECENT_DAYS = 60;

const follows = (draft: Draft, scan: Scan): boolean => {
  const last = Math.max(...draft.frames.map((frame) => frame.scan.index));
  return scan.index > last && scan.index - last <= NEXT;
};

function pastDay(
  scan: Scan,
  context: DocumentContext,
): { happens: Happens; span: Scan['dates'][number] } | null {
  const span = scan.dates.find((date) => date.precision === 'day' && date.to === null);
  const day =
    span && resolveDate(span, { ...context, editionYear: null, lastDay: null, tense: 'past' })?.from;
  if (!span || !day || context.reference === null) return null;
  const ago = daysBetween(day, context.reference);
  if (ago < 0 || ago > RECENT_DAYS) return null;
  return { happens: { start: day, end: day, precision: 'day', tz: context.tz }, span };
}

function placeIn(draft: Draft, scan: Scan, lexicon: Lexicon): Draft['place'] {
  if (draft.place) return draft.place;
  const group = placesIn(scan, lexicon).find(({ located }) => located);
  return group ? { value: group, piece: scan.piece, span: group } : null;
}

/** "They signed it in Lyon on Monday", after a fact without a day: its day and place. */
export function continued(drafts: Draft[], scan: Scan, context: DocumentContext, lexicon: Lexicon): Draft[] {
  if (drafts.every((draft) => draft.happens !== null)) return drafts;
  const tells = drafts.some((draft) => draft.frames.some((frame) => frame.scan === scan));
  if (tells && !AT_IT.test(scan.piece.text)) return drafts;
  const draft = drafts.find(
    (d) =>
      d.happens === null && d.phase !== 'plan' && follows(d, scan) && GOES_ON[d.kind]?.test(scan.piece.text),
  );
  const found = draft && pastDay(scan, context);
  if (!found) return drafts;
  const happens = { value: found.happens, piece: scan.piece, span: found.span };
  const full = { ...draft, happens, place: placeIn(draft, scan, lexicon) };
  return drafts.map((d) => (d === draft ? full : d));
}
