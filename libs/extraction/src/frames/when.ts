import type { DateExpression } from '../dates/date-expression.js';
import type { Frame } from './frame.js';
import { REPORTING } from './reporting.js';

const SINCE = /(?:since|after|before|until|ahead of|following|自|从|截至|截止到)\s*(?:the )?$/i;

/** The last day of a call dates nothing else. */
const DEADLINE = /(?:截止|截至|deadline)(?:时间|日期|日)?(?:是|为|至|到|于)? ?[:：]?$/i;

/** "… and will last till": only what follows is meant. */
const LASTS_UNTIL = /\b(?:until|till|through)$|(?:持续|延续|展期|会期)(?:至|到)$/i;

function gapTo(frame: Frame, date: DateExpression): { gap: string; distance: number } {
  const { text } = frame.scan.piece;
  if (date.end <= frame.cue.start) {
    return { gap: text.slice(date.end, frame.cue.start), distance: frame.cue.start - date.end };
  }
  if (date.start >= frame.cue.end) {
    return { gap: text.slice(frame.cue.end, date.start), distance: date.start - frame.cue.end };
  }
  return { gap: '', distance: 0 };
}

/** Joins two happenings of one time: "received the award when the summit opened on Friday". */
const AT_ONCE = /^(?: at [^,]{0,24})? (?:when|as|while) /;
/** 在8日举行的论坛上，…: the day of the occasion is that of what happened there. */
const OCCASION = /^(?:上午|下午|晚)?(?:举行|举办|召开|开幕)的[^，。]{2,40}(?:上|中|期间)，/;
/** …主办的论坛: the verb belongs to what tells which forum is meant. */
const QUALIFIES = /^.?的[^，；]*$/;
const CLAUSE = /[,，;；]/g;

/** How much nearer an exact date may be than a vague one. */
const VAGUE = { day: 0, month: 40, quarter: 50, year: 90 };

/** "It opens on Monday and closes on Friday": a day behind another verb of the same thing is that verb's. */
const taken = ({ scan, cue, deed }: Frame, date: DateExpression): boolean =>
  date.end <= cue.end &&
  scan.predicates.some(
    (p) =>
      p.thing === 'before' &&
      p.deed !== deed &&
      p.start >= cue.start &&
      p.end <= date.start &&
      date.start - p.end < 40,
  );

function cost(frame: Frame, date: DateExpression): number {
  const { gap, distance } = gapTo(frame, date);
  const clauses = gap.match(CLAUSE)?.length ?? 0;
  const vague = distance === 0 && date.precision !== 'year' ? 0 : VAGUE[date.precision];
  const before = frame.scan.lang === 'en' && date.end <= frame.cue.start ? 10 : 0;
  return distance + clauses * 12 + vague + before + (taken(frame, date) ? 60 : 0) - (date.to ? 25 : 0);
}

/** A relative clause tells of something else. */
const RELATIVE = /, (?:which|who|whose)\b/;

/** "Smith, who retires in March, has agreed": the date is the clause's. */
const aside = ({ scan, cue }: Frame, date: DateExpression): boolean =>
  date.end <= cue.start && /, (?:who|which|whose)\b[^,]*$/.test(scan.piece.text.slice(0, date.start));

/** The year in a thing's own name is no date of it. */
function inName({ mention, scan }: Frame, date: DateExpression): boolean {
  if (date.precision !== 'year') return false;
  const names = mention ? [mention, ...scan.mentions] : scan.mentions;
  return names.some((name) => date.start >= name.start - 6 && date.end <= name.end);
}

/** "Since 2014" and "closing on …" bound other things. */
function bounded(frame: Frame, date: DateExpression): boolean {
  const before = frame.scan.piece.text.slice(Math.max(0, date.start - 14), date.start);
  if (frame.deed !== 'apply' && DEADLINE.test(before)) return true;
  const cue = frame.scan.piece.text.slice(frame.cue.start, frame.cue.end);
  if (LASTS_UNTIL.test(cue) && date.start < frame.cue.end) return true;
  return date.precision !== 'day' && SINCE.test(before);
}

/** Kinds whose day may be that of their being told. */
const TOLD: readonly string[] = ['appointment'];

function belongs(frame: Frame, date: DateExpression, told: boolean): boolean {
  const { gap, distance } = gapTo(frame, date);
  const reported = distance > 0 && !told && REPORTING.test(gap);
  if (frame.kind !== 'reaction' && (reported || RELATIVE.test(gap) || aside(frame, date))) return false;
  const another =
    frame.mention !== null && frame.scan.predicates.some((p) => otherThing(frame, p.start, p.end, date));
  if (another || inName(frame, date)) return false;
  return !bounded(frame, date);
}

/** True where another verb with its own thing stands between a frame and a date. */
function otherThing(frame: Frame, start: number, end: number, date: DateExpression): boolean {
  const within = (at: number, from: number, to: number): boolean => at >= from && at < to;
  const low = Math.min(date.end, frame.cue.end);
  const high = Math.max(date.start, frame.cue.start);
  const between = within(start, low, high) && (end <= frame.cue.start || start >= frame.cue.end);
  const { text } = frame.scan.piece;
  if (!between || AT_ONCE.test(text.slice(frame.cue.end, date.start))) return false;
  if (OCCASION.test(text.slice(date.end, frame.cue.start))) return false;
  if (QUALIFIES.test(text.slice(end - 1, frame.mention?.start ?? end))) return false;
  return frame.scan.mentions.some(
    (m) => m !== frame.mention && m.anaphor === null && !m.modifier && within(m.start, low, high),
  );
}

/** The date that a frame's words give, or null: the nearest that is not about the report itself. */
export function dateOf(frame: Frame): DateExpression | null {
  const own = frame.scan.dates.filter((date) => belongs(frame, date, false));
  const told = own.length === 0 && TOLD.includes(frame.kind);
  const fitting = told ? frame.scan.dates.filter((date) => belongs(frame, date, true)) : own;
  return fitting.reduce<DateExpression | null>(
    (best, date) => (best === null || cost(frame, date) < cost(frame, best) ? date : best),
    null,
  );
}
