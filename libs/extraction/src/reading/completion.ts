import type { GroupReading } from '../frames/frames.js';
import type { Scan } from '../frames/frame.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Day, Happens } from '#domain';
import type { DateExpression } from '../dates/date-expression.js';
import { resolveDate, type ResolvedDate } from '../dates/resolve.js';
import { venueIn } from '../places/venue.js';
import { placesIn } from '../places/place-groups.js';
import type { Draft } from '../statements/draft.js';
import { besides, homeOfDateline, placeHere } from './here.js';
import { continued } from './continuation.js';
import type { DocumentContext } from './document-context.js';
import { lastingFor } from './duration.js';

const THERE =
  /\bat the (?:opening |closing |award |launch )?(?:ceremony|event|meeting|forum|symposium)\b|\bduring the (?:opening|closing|award|launch) ceremony\b|(?:仪式|会议|开幕式|论坛|会|活动)上/i;
const LASTS =
  /^(?:It|(?:The|This year's|This) (?:[\w-]+ ){0,5}(?:summit|conference|event|forum|expo|exhibition|meeting)) (?:(?:lasts|runs|will last|will run|continues|will continue|is to last|goes on) (?:until|through|to)|(?:(?:is|was) (?:scheduled|set|due|expected|slated) to|will) (?:close|conclude|end|wrap up|run (?:until|through|to)|last (?:until|through|to))\b)|(?:持续|展期|延续)(?:至|到)|^(?:本届|本次|此次)?(?:大会|峰会|论坛|博览会|活动)?将(?:持续|延续)?(?:至|到|于).{0,12}(?:结束|闭幕)/i;
const LABEL = /^(?:date|dates|time|when|时间|日期|举办时间|活动时间|会议时间)\W/i;
const VENUE = /^(?:venue|place|location|where|地点|地址|举办地点|会议地点)\W/i;

/** A thing told "at the ceremony" has the day and place of what the group tells first. */
function inherited(draft: Draft, drafts: Draft[]): Draft {
  const text = draft.frames[0]?.scan.piece.text ?? '';
  const main = drafts.find((other) => other !== draft && other.happens?.value.start);
  if (draft.happens || !main?.happens || !THERE.test(text) || main.section !== draft.section) return draft;
  const { start } = main.happens.value;
  const happens = { ...main.happens, value: { ...main.happens.value, end: start } };
  return { ...draft, happens, place: draft.place ?? main.place };
}

/** A day told apart from the thing it belongs to: read forwards from a day. */
function dayAhead(
  date: DateExpression | undefined,
  context: DocumentContext,
  from: Day | null,
): ResolvedDate | null {
  if (!date) return null;
  const reference = from ?? context.reference;
  return resolveDate(date, { ...context, reference, editionYear: null, lastDay: reference, tense: 'future' });
}

const lastDayOf = (resolved: ResolvedDate | null): Day | null => resolved?.to ?? resolved?.from ?? null;
const endless = ({ start, end }: Happens): boolean => start !== null && (end === null || end === start);

const tells = (drafts: Draft[], scan: Scan): boolean =>
  drafts.some((draft) => draft.frames.some((frame) => frame.scan === scan));
const lasts = (draft: Draft): boolean =>
  LASTING.includes(draft.kind) && draft.happens !== null && endless(draft.happens.value);

const LASTING = ['summit', 'forum', 'symposium', 'expo', 'member_activity'];

/** "It lasts until Sunday" gives the end of what was told before. */
function lasting(drafts: Draft[], scan: Scan, context: DocumentContext): Draft[] {
  const draft = drafts.find(lasts);
  if (!draft?.happens || !LASTS.test(scan.piece.text) || tells(drafts, scan)) return drafts;
  const { start } = draft.happens.value;
  const end = lastDayOf(dayAhead(scan.dates.at(-1), context, start));
  if (start === null || end === null || end < start) return drafts;
  const happens = { ...draft.happens, value: { ...draft.happens.value, end } };
  return drafts.map((d) => (d === draft ? { ...d, happens } : d));
}

/** The yearly meeting without a day of its own, named by a piece that tells a range of days. */
const undated = (draft: Draft, scan: Scan): boolean =>
  draft.kind === 'summit' &&
  draft.happens === null &&
  draft.year !== null &&
  scan.mentions.some((m) => m.event === draft.event && (m.year ?? draft.year) === draft.year);

const begins = (draft: Draft, day: Day): boolean => draft.happens?.value.start === day;
/** What is told to close, and on the last day of a range. */
const closes = ({ kind, happens }: Draft): boolean =>
  LASTING.includes(kind) && happens !== null && happens.value.start === null;
const ends = (draft: Draft, day: Day): boolean => closes(draft) && draft.happens?.value.end === day;

/** "From today until the 18th" elsewhere in the text gives the end of what is told to begin that day. */
function spanning(drafts: Draft[], scan: Scan, context: DocumentContext): Draft[] {
  if (!drafts.some((d) => lasts(d) || closes(d) || undated(d, scan)) || tells(drafts, scan)) return drafts;
  const ranges = scan.dates.filter((date) => date.to !== null && date.precision === 'day');
  const around = { ...context, editionYear: null, lastDay: null, tense: null };
  for (const date of ranges) {
    const resolved = resolveDate(date, around);
    if (!resolved?.from || !resolved.to) continue;
    const { from, to } = resolved;
    const draft = drafts.find((d) => (lasts(d) ? begins(d, from) : undated(d, scan) || ends(d, to)));
    if (!draft) continue;
    const value: Happens = { start: resolved.from, end: resolved.to, precision: 'day', tz: context.tz };
    const happens = { value, piece: scan.piece, span: date };
    return drafts.map((d) => (d === draft ? { ...d, happens } : d));
  }
  return drafts;
}

const DEADLINE =
  /\b(?:deadline|clos(?:es?|ing)|due by|end(?:s|ed)?|until|no later than|before)\b|\bby (?:midnight |the end of )?(?:on )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d)|\b(?:application|nomination|submission|registration|entry) (?:period|window)\b|(?:报名|申报|征集|招募)(?:时间|日期|期限)|\b(?:sign(?:ed|ing)? up|apply|applied|submit\w*|submissions?|register|enter|hand(?:ed)? in|must be in|applications?)\b[^.]{0,60}\b(?:by|as of|from)\b|截止|截至|[日号](?:\d{1,2}[时点])?(?:之|以)?前|即日起/i;
const CALLS = ['call_for_entries', 'competition_registration'];

/** The day behind the words of a deadline, else the last that is told. */
function deadlineIn({ dates, piece }: Scan): DateExpression | undefined {
  const days = dates.filter((d) => d.precision === 'day');
  const behind = (d: DateExpression): boolean =>
    DEADLINE.test(piece.text.slice(Math.max(0, d.start - 30), d.end + 2));
  return days.find((d) => d.to !== null) ?? days.findLast(behind) ?? days.at(-1);
}

/** "Applications close on June 30" gives the end of a call that another sentence opens. */
function deadline(drafts: Draft[], scan: Scan, context: DocumentContext): Draft[] {
  const draft = drafts.find((d) => CALLS.includes(d.kind) && !d.happens?.value.end);
  if (!draft || !DEADLINE.test(scan.piece.text)) return drafts;
  const date = deadlineIn(scan);
  const resolved = dayAhead(date, context, null);
  if (!date || !resolved) return drafts;
  const value = window(draft.happens?.value.start ?? null, resolved, context.tz);
  return value
    ? drafts.map((d) => (d === draft ? { ...d, happens: { value, piece: scan.piece, span: date } } : d))
    : drafts;
}

/** The window of a call: open since `start`, where known, until the day or range of its deadline. */
function window(start: Day | null, resolved: ResolvedDate, tz: string): Happens | null {
  const end = lastDayOf(resolved);
  const from = start ?? (resolved.to ? resolved.from : null);
  return end === null || (from !== null && from > end) ? null : { start: from, end, precision: 'day', tz };
}

function labelledDate(draft: Draft, scan: Scan, context: DocumentContext): Draft['happens'] {
  const date = draft.happens === null && LABEL.test(scan.piece.text) ? scan.dates[0] : undefined;
  const resolved =
    date && resolveDate(date, { ...context, editionYear: draft.year, lastDay: null, tense: null });
  if (!date || !resolved) return draft.happens;
  const value: Happens = {
    start: resolved.from,
    end: lastDayOf(resolved),
    precision: resolved.precision,
    tz: context.tz,
  };
  return { value, piece: scan.piece, span: date };
}

function labelledPlace(draft: Draft, scan: Scan, lexicon: Lexicon): Draft['place'] {
  if (draft.place || !VENUE.test(scan.piece.text)) return draft.place;
  const place = placesIn(scan, lexicon)[0];
  return place ? { value: place, piece: scan.piece, span: place } : null;
}

/** "Date: …" and "Venue: …" lines tell of the first thing that lacks them. */
function labelled(drafts: Draft[], scan: Scan, context: DocumentContext, lexicon: Lexicon): Draft[] {
  const [first, ...rest] = drafts;
  if (!first) return drafts;
  return [
    { ...first, happens: labelledDate(first, scan, context), place: labelledPlace(first, scan, lexicon) },
    ...rest,
  ];
}

const PART = /sub-?forum|分论坛|(?:during|at) the (?:\w+ ){0,2}(?:summit|conference)/i;

/** The yearly meeting is where its text says that it is; its parts are where it is. */
function placed(draft: Draft, drafts: Draft[], reading: GroupReading, lexicon: Lexicon): Draft {
  if (draft.place) return draft;
  const here = placeHere(draft, reading.scans, lexicon) ?? besides(draft, drafts);
  if (here) return { ...draft, place: here };
  if (draft.kind === 'summit') {
    const venue = venueIn(reading.scans, lexicon);
    return {
      ...draft,
      place: venue
        ? { value: venue.group, piece: venue.scan.piece, span: venue.group }
        : homeOfDateline(reading.scans, lexicon),
    };
  }
  const part = draft.kind === 'forum' && draft.frames.some((frame) => PART.test(frame.scan.piece.text));
  const whole = part
    ? drafts.find((other) => other !== draft && other.place && other.section === draft.section)
    : undefined;
  return whole ? { ...draft, place: whole.place } : draft;
}

/** Fills what other sentences of the group tell: "at the ceremony", "it lasts until", "Venue: …". */
export function completed(
  drafts: Draft[],
  reading: GroupReading,
  context: DocumentContext,
  lexicon: Lexicon,
): Draft[] {
  let full = drafts;
  for (const scan of reading.scans) {
    full = lasting(full, scan, context);
    full = spanning(full, scan, context);
    full = lastingFor(full, scan, lasts);
    full = deadline(full, scan, context);
    full = labelled(full, scan, context, lexicon);
    full = continued(full, scan, context, lexicon);
  }
  return full.map((draft) => inherited(placed(draft, full, reading, lexicon), full));
}
