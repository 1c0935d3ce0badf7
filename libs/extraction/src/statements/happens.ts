import type { Day, Happens } from '#domain';
import { resolveDate, type ResolvedDate } from '../dates/resolve.js';
import { daysBetween, yearOf } from '../dates/calendar.js';
import type { DateExpression } from '../dates/date-expression.js';
import type { Frame } from '../frames/frame.js';
import type { KnownEvent } from '../knowledge/knowledge.js';
import type { DocumentContext } from '../reading/document-context.js';

const BEGINS = /open|kick|begin|began|start|commence|开幕|启幕|揭幕|开展|开启|拉开/i;
const DEADLINE =
  /截止|截至|deadline|clos(?:es|ing|ed?)\b|until|through|no later than|before|by $|end(?:s|ed)?\b/i;

const BY = /^(?:\d{1,2}[时点])?(?:之|以)?前/;
const UNTIL = /(?:\b(?:until|till|through)|(?:持续|延续)?[至到]) ?$/i;

const isApplication = (frame: Frame): boolean =>
  frame.deed === 'apply' || frame.kind === 'competition_registration';

function isDeadline(frame: Frame, date: DateExpression): boolean {
  const { text } = frame.scan.piece;
  return (
    isApplication(frame) &&
    (DEADLINE.test(
      text.slice(Math.max(0, date.start - 24), date.start) + text.slice(date.end, date.end + 8),
    ) ||
      BY.test(text.slice(date.end, date.end + 8)))
  );
}

function single(frame: Frame, day: Day, date: DateExpression): Pick<Happens, 'start' | 'end'> {
  const cue = frame.scan.piece.text.slice(frame.cue.start, frame.cue.end);
  if (isApplication(frame))
    return isDeadline(frame, date) ? { start: null, end: day } : { start: day, end: null };
  if (UNTIL.test(frame.scan.piece.text.slice(Math.max(0, date.start - 10), date.start)))
    return { start: null, end: day };
  if (frame.deed === 'close') return { start: null, end: day };
  if (frame.deed === 'open' || frame.deed === 'greet') return { start: day, end: null };
  if (frame.deed === 'hold' && BEGINS.test(cue.slice(-24))) return { start: day, end: null };
  return { start: day, end: day };
}

/** The known edition that began on the month and day of a date. */
function knownEdition(event: KnownEvent | null, date: DateExpression): number | null {
  const { month, day } = date.from ?? {};
  if (month === undefined || day === undefined) return null;
  const monthDay = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return event?.editions?.find((edition) => edition.start?.endsWith(monthDay))?.year ?? null;
}

/** Deeds done in the year that a thing is named by; a report on 2024 comes out in 2025. */
const OCCASIONS = ['hold', 'open', 'close', 'greet'];

function editionYear(frame: Frame, date: DateExpression, context: DocumentContext): number | null {
  if (frame.scan.year !== null) return frame.scan.year;
  if (frame.deed === 'apply') return null;
  const named = frame.mention?.year ?? null;
  if (context.reference !== null) return OCCASIONS.includes(frame.deed) ? named : null;
  if (named !== null) return named;
  return knownEdition(frame.mention?.event ?? null, date);
}

const NEAR_DAYS = 60;
/** The day that "until …" is counted from: told before, and not long before or after the report. */
const near = (day: Day, reference: Day | null): boolean =>
  reference !== null && Math.abs(daysBetween(day, reference)) <= NEAR_DAYS;

/** Only these dates are read from a day that was told before. */
const leansBack = ({ from, to }: DateExpression, before: string, { reference }: DocumentContext): boolean =>
  reference === null || from?.sameDay === true || to?.sameDay === true || UNTIL.test(before);

/** The full dates of a frame's date. `dayBefore` gives what the text before it named last. */
export function resolvedFor(
  frame: Frame,
  date: DateExpression,
  context: DocumentContext,
  dayBefore: () => Day | null,
): ResolvedDate | null {
  const before = frame.scan.piece.text.slice(Math.max(0, date.start - 10), date.start);
  const lastDay = leansBack(date, before, context) ? dayBefore() : context.reference;
  const opening = lastDay !== null && UNTIL.test(before) && near(lastDay, context.reference);
  return resolveDate(date, {
    reference: opening ? lastDay : context.reference,
    contextYear: context.contextYear,
    editionYear: editionYear(frame, date, context),
    lastDay,
    tense: opening || isDeadline(frame, date) ? 'future' : frame.tense,
  });
}

/** When a frame says its thing happens. */
export function happensOf(frame: Frame, date: DateExpression, resolved: ResolvedDate, tz: string): Happens {
  const { from, to, precision } = resolved;
  if (precision !== 'day' || (from && to)) return { start: from, end: to, precision, tz };
  const day = from ?? to;
  return day === null
    ? { start: null, end: null, precision, tz }
    : { ...single(frame, day, date), precision, tz };
}

/** How much a date says: ranges most, years least. */
export function weightOf(happens: Happens): number {
  const base = { day: 4, month: 2, quarter: 1.5, year: 1 }[happens.precision];
  if (happens.precision !== 'day') return base;
  const range = happens.start && happens.end && happens.start !== happens.end;
  return base + (range ? 2 : 0) + (happens.start ? 0.5 : 0);
}

/** The year in which something happens. */
export function yearOfHappens(happens: Happens | null): number | null {
  const day = happens?.start ?? happens?.end ?? null;
  return day === null ? null : yearOf(day);
}
