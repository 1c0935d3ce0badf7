import type { AnnouncementState, AsOfSegment } from '#domain';
import { indexTokens } from '../search/tokens.js';
import { NO_END } from './announcements.schema.js';
import type { Changes, Open, RectangleRow, SpanRow } from './rows.js';
import { unfoldSpans } from './spans.js';
import { searchTextOf } from './terms.js';

/** What the index holds of one announcement and has not ended. */
export interface Standing {
  id: string;
  /** In order of asOf. */
  rectangles: OpenRectangle[];
  spans: Open<SpanRow>[];
  /** Number of the next state. */
  next: number;
  /** Number of the next text. */
  nextText: number;
}

export type OpenRectangle = Open<RectangleRow> & { state: AnnouncementState };

/** An announcement the index knows nothing of. */
export function nothingStanding(id: string): Standing {
  return { id, rectangles: [], spans: [], next: 0, nextText: 0 };
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
    const row = rectangleOf({ ...segment, state }, { announcement: standing.id, number, text, position });
    return Object.assign(changes.open(row), { state });
  });
  const kept = standing.rectangles.findIndex((open, at) => open !== before[at]);
  if (kept < 0 && before.length === standing.rectangles.length) return;
  const still = new Set(standing.rectangles);
  for (const open of before) if (!still.has(open)) changes.end(open, position);
  standing.spans = unfoldSpans(standing, Math.max(0, kept), position, changes);
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
  { from, to, state }: AsOfSegment,
  { position, ...keys }: { announcement: string; number: number; text: number; position: string },
): RectangleRow {
  return {
    ...keys,
    known_from: position,
    known_to: NO_END,
    announced_from: from,
    announced_to: to ?? 'infinity',
    recorded_at: state.recordedAt,
    happens_start: state.happens?.start ?? null,
    happens_end: state.happens?.end ?? null,
  };
}

function numberOf(standing: Standing, state: AnnouncementState, changes: Changes): number {
  const number = standing.next++;
  changes.states.push({ announcement: standing.id, number, state });
  return number;
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
