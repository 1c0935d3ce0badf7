import { same, type AnnouncementState, type AsOfSegment, type Instant } from '#domain';
import { NO_END } from './announcements.schema.js';
import type { AnnouncedRange, Changes, Open, RectangleRow, SpanRow } from './rows.js';
import { searchTextsOf, termsOf } from './terms.js';
import { indexTokens } from '../search/tokens.js';

/** What the index holds of one announcement and has not ended. */
export interface Standing {
  id: string;
  rectangles: (Open<RectangleRow> & { state: AnnouncementState })[];
  spans: Map<string, Open<SpanRow>>;
  /** Number of the next state. */
  next: number;
  searched: { text: string; tokens: string[] };
}

/** An announcement the index knows nothing of. */
export function nothingStanding(id: string): Standing {
  return { id, rectangles: [], spans: new Map(), next: 0, searched: { text: '', tokens: [] } };
}

/**
 * Brings one announcement up to what is known at `position`: what still holds stays, the rest ends there, and
 * what is new begins there.
 */
export function unfold(
  standing: Standing,
  segments: readonly AsOfSegment[],
  position: string,
  changes: Changes,
): void {
  const before = standing.rectangles;
  standing.rectangles = segments.map((segment) => {
    const kept = before.find((open) => holds(open, segment));
    if (kept) return kept;
    const open = changes.open(rectangleOf(standing, before, segment, position, changes));
    return Object.assign(open, { state: segment.state });
  });
  const still = new Set(standing.rectangles);
  for (const open of before) if (!still.has(open)) changes.end(open, position);
  unfoldSpans(standing, position, changes);
}

function holds(open: Standing['rectangles'][number], { from, to, state }: AsOfSegment): boolean {
  const { announced_from, announced_to } = open.row;
  return announced_from === from && announced_to === (to ?? 'infinity') && isSame(open.state, state);
}

/** The position tells most states apart before anything else is looked at. */
function isSame(a: AnnouncementState, b: AnnouncementState): boolean {
  return a.position === b.position && same(a, b);
}

function rectangleOf(
  standing: Standing,
  before: Standing['rectangles'],
  { from, to, state }: AsOfSegment,
  position: string,
  changes: Changes,
): RectangleRow {
  const twin = before.find((open) => isSame(open.state, state));
  const number = twin?.row.number ?? standing.next++;
  if (!twin)
    changes.states.push({ announcement: standing.id, number, state, tokens: tokensOf(standing, state) });
  return {
    announcement: standing.id,
    known_from: position,
    known_to: NO_END,
    announced_from: from,
    announced_to: to ?? 'infinity',
    number,
    recorded_at: state.recordedAt,
    happens_start: state.happens?.start ?? null,
    happens_end: state.happens?.end ?? null,
  };
}

function tokensOf(standing: Standing, state: AnnouncementState): string[] {
  const texts = searchTextsOf(state);
  const text = texts.join('\n');
  if (text !== standing.searched.text) standing.searched = { text, tokens: indexTokens(texts) };
  return standing.searched.tokens;
}

function unfoldSpans(standing: Standing, position: string, changes: Changes): void {
  const before = standing.spans;
  standing.spans = new Map();
  for (const span of spansOf(standing.rectangles)) {
    const key = keyOf(span);
    const kept = before.get(key);
    before.delete(key);
    const row = { ...span, announcement: standing.id, known_from: position, known_to: NO_END };
    standing.spans.set(key, kept ?? changes.openSpan(row));
  }
  for (const open of before.values()) changes.endSpan(open, position);
}

type Span = AnnouncedRange & { term: string; announced_at: Instant };

/** The terms of neighbouring segments, joined wherever term and announcedAt go on. */
function spansOf(rectangles: Standing['rectangles']): Span[] {
  const spans: Span[] = [];
  let reaching = new Map<string, Span>();
  for (const { row, state } of rectangles) {
    const next = new Map<string, Span>();
    for (const term of termsOf(state)) {
      const key = `${term}\n${state.announcedAt}`;
      const going = reaching.get(key);
      const span = going ?? { ...rangeOf(row), term, announced_at: state.announcedAt };
      span.announced_to = row.announced_to;
      if (!going) spans.push(span);
      next.set(key, span);
    }
    reaching = next;
  }
  return spans;
}

function rangeOf({ announced_from, announced_to }: AnnouncedRange): AnnouncedRange {
  return { announced_from, announced_to };
}

/** The key by which `Standing.spans` holds a row. */
export function keyOf({ term, announced_at, announced_from, announced_to }: Span): string {
  return `${term}\n${announced_at}\n${announced_from}\n${announced_to}`;
}
