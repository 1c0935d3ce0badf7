import { comparePositions, type Recorded } from '../event.js';
import type { Instant } from '../time/instant.js';
import type { AnnouncementEvent } from './announcement.events.js';
import type { AnnouncementState } from './announcement.state.js';
import { cover, open, revise, type Draft, type Statement } from './draft.js';
import { InForce } from './in-force.js';
import { correctionsOf } from './overlay.js';
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
  const inForce = new InForce(id);
  for (const event of known) if (holdsAlways(event)) inForce.add(event);
  const rereadings = rereadingsByOriginal(known);
  const segments: AsOfSegment[] = [];
  let draft: Draft | null = null;
  for (const [index, { at: from, event }] of dated.entries()) {
    draft = apply(id, draft, event);
    for (const each of [event, ...(rereadings.get(event.id) ?? [])]) inForce.add(each);
    const to = dated[index + 1]?.at ?? null;
    if (draft === null || to === from) continue; // nothing announced yet, or more at the same time
    segments.push({ from, to, state: inForce.finish(draft) });
  }
  return segments;
}

function holdsAlways(event: Event): boolean {
  return effectiveAt(event) === null && !isStatement(event);
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

/** What each draft became last, and by which event: histories grow, and most of one has been folded before. */
const became = new WeakMap<object, { id: string; event: Event; draft: Draft }>();

function apply(id: string, draft: Draft | null, event: Event): Draft | null {
  if (!isStatement(event)) return draft;
  const known = became.get(draft ?? event);
  if (known?.event === event && known.id === id) return known.draft;
  const next = draft === null ? open(id, event as Statement) : report(draft, event);
  became.set(draft ?? event, { id, event, draft: next });
  return next;
}

function report(draft: Draft, event: Event): Draft {
  return event.type === 'AnnouncementRevised' && event.data.cause !== 'better_extraction'
    ? revise(draft, event as Statement)
    : cover(draft, event as Statement);
}

/** Re-readings by the event they re-read: they count as known where it does, though its place stays its own. */
function rereadingsByOriginal(known: readonly Event[]): Map<string, Event[]> {
  const byOriginal = new Map<string, Event[]>();
  for (const event of known) {
    const original = event.type === 'AnnouncementRevised' ? event.data.rereads : null;
    if (original !== null) byOriginal.set(original, [...(byOriginal.get(original) ?? []), event]);
  }
  return byOriginal;
}
