import { comparePositions, type Recorded } from '../event.js';
import { streamOf } from '../stream.js';
import type { Instant } from '../time/instant.js';
import type { AnnouncementCorrected, AnnouncementEvent, AnnouncementRevised } from './announcement.events.js';
import type { AnnouncementState } from './announcement.state.js';
import { cover, open, revise, type Draft, type Statement } from './draft.js';
import { resolveMerges } from './merges.js';
import { correctionsOf, lay } from './overlay.js';
import { isStatement, rereadings, withoutSplit } from './statements.js';

/** The state on a half-open range of asOf: from `from` (inclusive) to `to` (exclusive; null: without end). */
export interface AsOfSegment {
  from: Instant;
  to: Instant | null;
  state: AnnouncementState;
}

type Event = Recorded<AnnouncementEvent>;

/**
 * The announcement as announced up to `asOf` (inclusive; null: without end), from every event known: those of
 * its own stream and of every stream that leads to it by merges, in any order. Null when nothing of it had
 * been announced by then.
 */
export function foldAnnouncement(
  id: string,
  known: readonly Event[],
  asOf: Instant | null,
): AnnouncementState | null {
  const segments = foldSegments(id, known);
  const at = segments.findLast((segment) => asOf === null || segment.from <= asOf);
  return at?.state ?? null;
}

/** The announcement on every range of asOf at once, earliest first, without gaps; empty when never announced. */
export function foldSegments(id: string, known: readonly Event[]): AsOfSegment[] {
  const dated = inAnnouncedOrder(known);
  const always = known.filter((event) => effectiveAt(event) === null && !isStatement(event));
  const times = [...new Set(dated.map(({ at }) => at))];
  const segments: AsOfSegment[] = [];
  let draft: Draft | null = null;
  let next = 0;
  for (const [index, from] of times.entries()) {
    for (; next < dated.length && dated[next]!.at === from; next++)
      draft = apply(id, draft, dated[next]!.event);
    if (draft === null) continue; // a withdrawal dated before anything was announced
    const applied = [
      ...always,
      ...replacedBy(known, dated.slice(0, next)),
      ...dated.slice(0, next).map(({ event }) => event),
    ];
    segments.push({ from, to: times[index + 1] ?? null, state: finish(id, draft, applied) });
  }
  return segments;
}

/** When an event takes effect; null: at every asOf. A correction without `effective` always held. */
function effectiveAt(event: Event): Instant | null {
  return event.type === 'AnnouncementCorrected' ? event.data.effective : event.announcedAt;
}

/** Dated events in the order (announcedAt, position): splits taken out, re-readings put in their place, re-dated. */
function inAnnouncedOrder(known: readonly Event[]): { at: Instant; event: Event }[] {
  const statements = rereadings(withoutSplit(known));
  const others = known.filter((event) => !isStatement(event) && effectiveAt(event) !== null);
  const dated = [...statements, ...others].map((event) => ({
    at: effectiveAt(event)!,
    event: event as Event,
  }));
  const order = (a: { at: Instant; event: Event }, b: { at: Instant; event: Event }) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : comparePositions(a.event.position, b.event.position);
  return redate(dated.sort(order), known).sort(order);
}

/** A corrected `announcedAt` moves the opening statement there, and nothing stated lies before it. */
function redate(dated: { at: Instant; event: Event }[], known: readonly Event[]) {
  const moved = correctionsOf(known.filter(alwaysHeld)).announcedAt;
  if (moved === undefined) return dated;
  const opening = dated.findIndex(({ event }) => isStatement(event));
  return dated.map(({ at, event }, index) => ({
    event,
    at: index === opening || (isStatement(event) && at < moved) ? moved : at,
  }));
}

function alwaysHeld(event: Event): boolean {
  return event.type === 'AnnouncementCorrected' && event.data.effective === null;
}

function apply(id: string, draft: Draft | null, event: Event): Draft | null {
  if (!isStatement(event)) return draft;
  if (draft === null) return open(id, event as Statement);
  return event.type === 'AnnouncementRevised' && event.data.cause !== 'better_extraction'
    ? revise(draft, event as Statement)
    : cover(draft, event as Statement);
}

/** Re-readings whose original is in force: they count as known there, though their place is the original's. */
function replacedBy(known: readonly Event[], dated: readonly { event: Event }[]): Event[] {
  const placed = new Set(dated.map(({ event }) => event.id));
  const isReread = (event: Event) =>
    event.type === 'AnnouncementRevised' && (event as AnnouncementRevised).data.rereads !== null;
  return known.filter((event) => isReread(event) && placed.has((event as AnnouncementRevised).data.rereads!));
}

function finish(id: string, draft: Draft, applied: readonly Event[]): AnnouncementState {
  const stream = streamOf('announcement', id);
  const own = applied.filter((event) => event.stream === stream);
  const state = lay(draft.state, {
    corrections: correctionsOf(applied.filter(isOverlay)),
    withdrawn: own.some((event) => event.type === 'AnnouncementWithdrawn'),
    mergedInto: resolveMerges(applied).get(id) ?? null,
  });
  return {
    ...state,
    revision: own.reduce((last, event) => Math.max(last, event.revision), 0),
    position: applied.reduce(
      (last, event) => (comparePositions(event.position, last) > 0 ? event.position : last),
      '0',
    ),
  };
}

function isOverlay(event: Event): event is Recorded<AnnouncementCorrected | AnnouncementRevised> {
  return event.type === 'AnnouncementCorrected' || event.type === 'AnnouncementRevised';
}
