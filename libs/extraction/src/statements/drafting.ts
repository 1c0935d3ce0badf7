import type { Day, Happens, Phase } from '#domain';
import { activityTopic } from './topic.js';
import { knownEventOf } from '../activities/activity.js';
import type { DateExpression } from '../dates/date-expression.js';
import { resolveDate } from '../dates/resolve.js';
import type { Frame, Scan } from '../frames/frame.js';
import type { GroupReading, PieceGroup } from '../frames/frames.js';
import { dateOf } from '../frames/when.js';
import { placeOf } from '../frames/where.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { DocumentContext } from '../reading/document-context.js';
import type { Draft, Found } from './draft.js';
import { happensOf, resolvedFor, yearOfHappens } from './happens.js';

/** "It opened on Sunday": the day of a verb in the past is behind the report. */
const toldPast = (scan: Scan, date: DateExpression): boolean =>
  date.from?.weekday !== undefined &&
  scan.predicates.some((p) => p.tense === 'past' && p.end <= date.start && date.start - p.end < 40);

/** The day that a group's pieces named last before an offset of a piece. */
function lastDayBefore(
  scans: Scan[],
  frame: Frame,
  date: DateExpression,
  context: DocumentContext,
): Day | null {
  for (const scan of scans.slice(0, frame.scan.index + 1).reverse()) {
    const earlier = scan.dates.filter(
      (d) => d.precision === 'day' && !d.from?.sameDay && (scan !== frame.scan || d.end <= date.start),
    );
    for (const candidate of earlier.reverse()) {
      const resolved = resolveDate(candidate, {
        ...context,
        editionYear: null,
        lastDay: null,
        tense: toldPast(scan, candidate) ? 'past' : null,
      });
      if (resolved?.from) return resolved.from;
    }
  }
  return context.reference;
}

function foundHappens(frame: Frame, scans: Scan[], context: DocumentContext): Found<Happens> | null {
  const date = dateOf(frame);
  if (!date) return null;
  const resolved = resolvedFor(frame, date, context, () => lastDayBefore(scans, frame, date, context));
  if (!resolved) return null;
  return {
    value: happensOf(frame, date, resolved, context.tz),
    piece: frame.scan.piece,
    span: { start: date.start, end: date.end },
  };
}

/** What is still to come on the day of the report is a plan, however it is worded. */
function phaseOf(frame: Frame, happens: Happens | null, context: DocumentContext): Phase | null {
  const ahead = context.reference !== null && happens?.start != null && happens.start > context.reference;
  return ahead && (frame.phase === 'result' || frame.phase === 'open') && frame.deed !== 'apply'
    ? 'plan'
    : frame.phase;
}

/** A draft for each frame of a group. */
export function draftsOf(
  group: PieceGroup,
  reading: GroupReading,
  context: DocumentContext,
  lexicon: Lexicon,
): Draft[] {
  return reading.frames.map((frame) => {
    const happens = foundHappens(frame, reading.scans, context);
    const place = placeOf(frame, lexicon);
    return {
      kind: frame.kind,
      phase: phaseOf(frame, happens?.value ?? null, context),
      event: knownEventOf(frame, lexicon),
      topic: activityTopic(frame, lexicon),
      year: frame.mention?.year ?? yearOfHappens(happens?.value ?? null) ?? frame.scan.year,
      actor: frame.actor,
      section: group.section,
      headed: group.headed,
      prominent: reading.prominent,
      frames: [frame],
      happens,
      place: place && { value: place, piece: frame.scan.piece, span: place },
      theme: null,
      rules: [frame.rule],
    };
  });
}
