import type { AnnouncementState, AsOfSegment, Coverage } from '#domain';
import { indexTokens } from '../search/tokens.js';
import { NO_END } from './announcements.schema.js';
import type { Changes, OpenRectangle } from './rows.js';
import { unfoldSpans, type OpenSpans } from './spans.js';
import { searchTextOf } from './terms.js';

/** What the index holds of one announcement and has not ended. */
export interface Standing {
  id: string;
  /** In order of asOf. */
  rectangles: OpenRectangle[];
  spans: OpenSpans;
  /** Numbers of its coverages, by their JSON. */
  coverages: Map<string, number>;
  /** Number of the next state. */
  next: number;
  /** Number of the next text. */
  nextText: number;
}

/** An announcement the index knows nothing of. */
export function nothingStanding(id: string): Standing {
  return { id, rectangles: [], spans: new Map(), coverages: new Map(), next: 0, nextText: 0 };
}

/**
 * Brings one announcement up to what is known at `position`, where an event of it stands: what still holds
 * stays, the rest ends there, and what is new begins there.
 *
 * A state in which an event counts carries the event's position, being the last one. So a segment with another
 * position is as it was before, wherever its bounds are now.
 */
export function unfold(
  standing: Standing,
  segments: readonly AsOfSegment[],
  position: string,
  changes: Changes,
): void {
  const before = standing.rectangles;
  const texts = new Map<string, number>();
  standing.rectangles = segments.map((segment) => {
    const was = segment.state.position === position ? undefined : covering(before, segment);
    if (was && hasBounds(was, segment)) return was;
    const { state } = was ?? segment;
    const { number, text } = was?.row ?? {
      number: numberOf(standing, state, changes),
      text: textOf(standing, before, texts, state, changes),
    };
    const row = rectangleOf(standing.id, segment, state, position);
    return changes.open({ ...row, number, text }, state);
  });
  const kept = standing.rectangles.findIndex((open, at) => open !== before[at]);
  if (kept < 0 && before.length === standing.rectangles.length) return;
  const still = new Set(standing.rectangles);
  for (const open of before) if (!still.has(open)) changes.end(open, position);
  unfoldSpans(standing, Math.max(0, kept), position, changes);
}

function hasBounds({ row }: OpenRectangle, { from, to }: AsOfSegment): boolean {
  return row.announced_from === from && row.announced_to === (to ?? 'infinity');
}

function covering(
  rectangles: readonly OpenRectangle[],
  { from, state }: AsOfSegment,
): OpenRectangle | undefined {
  const was = rectangles.findLast(({ row }) => row.announced_from <= from);
  return was?.state.position === state.position ? was : undefined;
}

function rectangleOf(
  announcement: string,
  { from, to }: AsOfSegment,
  { recordedAt, happens }: AnnouncementState,
  position: string,
) {
  return {
    announcement,
    known_from: position,
    known_to: NO_END,
    announced_from: from,
    announced_to: to ?? ('infinity' as const),
    recorded_at: recordedAt,
    happens_start: happens?.start ?? null,
    happens_end: happens?.end ?? null,
  };
}

function numberOf(standing: Standing, state: AnnouncementState, changes: Changes): number {
  const { id: announcement, coverages } = standing;
  const number = standing.next++;
  const { coverage, ...rest } = state;
  const numbers = coverage.map((each) => {
    const said = jsonOf(each);
    const known = coverages.get(said);
    if (known !== undefined) return known;
    changes.coverages.push({ announcement, number: coverages.size, coverage: each });
    coverages.set(said, coverages.size);
    return coverages.size - 1;
  });
  changes.states.push({ announcement, number, state: rest, coverage: numbers });
  return number;
}

const written = new WeakMap<Coverage, string>();

function jsonOf(coverage: Coverage): string {
  const known = written.get(coverage);
  if (known !== undefined) return known;
  const json = JSON.stringify(coverage);
  written.set(coverage, json);
  return json;
}

/** The number of a state's text: that of a rectangle that stood or was just made and says the same, or a new one. */
function textOf(
  standing: Standing,
  before: readonly OpenRectangle[],
  made: Map<string, number>,
  state: AnnouncementState,
  changes: Changes,
): number {
  const said = searchTextOf(state);
  const known = before.find((open) => searchTextOf(open.state) === said)?.row.text ?? made.get(said);
  if (known !== undefined) return known;
  const text = standing.nextText++;
  made.set(said, text);
  changes.texts.push({ announcement: standing.id, text, tokens: indexTokens(said) });
  return text;
}
